import type { FragmentType } from "@apollo/client";
import { useFragment, useMutation } from "@apollo/client/react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { DryRunPanel_ImportFragment } from "#admin/graphql/generated/graphql.ts";
import { refusalMessage } from "#admin/graphql/refusal.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { Notice } from "#admin/ui/notice.tsx";
import { AddedExamples } from "./added-examples.tsx";
import { FileFindings } from "./file-findings.tsx";
import { ImportCounts } from "./import-counts.tsx";
import { ImportFindings } from "./import-findings.tsx";
import type { ImportFinding } from "./use-finding-words.ts";

const dryRunPanelFragment = graphql(`
  fragment DryRunPanel_import on Import {
    id
    importer
    revision
    ...ImportCounts_import
    summary {
      added
      changed
      refused
      isBroken
      examples {
        row
        place
        subject
        value
      }
    }
  }
`);

const applyMutation = graphql(`
  mutation DryRunPanel_apply($input: ApplyImportInput!) {
    applyImport(input: $input) {
      ... on ImportWorkBegun {
        import {
          id
          state
          revision
        }
      }
      ... on ImportWorkRefused {
        findings {
          code
          severity
          path
          message
          values
        }
      }
    }
  }
`);

const discardMutation = graphql(`
  mutation DryRunPanel_discard($id: ID!) {
    discardImport(importId: $id) {
      ... on ImportDiscarded {
        import {
          id
          state
        }
      }
    }
  }
`);

/** What bringing the file in would come to, and the button that does it. */
export function DryRunPanel({
  shown,
  onBegun,
}: {
  shown: FragmentType<DryRunPanel_ImportFragment>;
  onBegun: () => void;
}) {
  const text = useText();
  const navigate = useNavigate();
  const { data, complete } = useFragment({
    fragment: dryRunPanelFragment,
    fragmentName: "DryRunPanel_import",
    from: shown,
  });
  const [apply, { loading, error }] = useMutation(applyMutation, { errorPolicy: "all" });
  const [discard] = useMutation(discardMutation);
  const [findings, setFindings] = useState<readonly ImportFinding[]>([]);
  if (!complete || !data.summary) return null;
  const { summary, id, revision } = data;
  const written = summary.added + summary.changed;
  const ofPlaces = data.importer === "JURISDICTIONS" ? ".jurisdictions" : "";
  const bringIn = async () => {
    const answer = await apply({ variables: { input: { importId: id, expectedRevision: revision } } });
    const outcome = answer.data?.applyImport;
    setFindings(outcome?.__typename === "ImportWorkRefused" ? outcome.findings : []);
    onBegun();
  };
  return (
    <section className="fs-card fs-stack" aria-labelledby="dry-run">
      <h2 id="dry-run">{text("imports.dryRun")}</h2>
      <p>{text("imports.dryRun.sentence")}</p>
      <ImportCounts shown={data} />
      {summary.isBroken && <Notice kind="problem">{text("imports.dryRun.broken")}</Notice>}
      {written === 0 && !summary.isBroken && <Notice kind="note">{text("imports.dryRun.nothing")}</Notice>}
      <FileFindings findings={findings} />
      <Unanswered error={error} />
      <div className="fs-row">
        {written > 0 && !summary.isBroken && (
          <button type="button" className="usa-button" aria-disabled={loading} onClick={() => void bringIn()}>
            {text(`imports.apply${ofPlaces}`, { count: written })}
          </button>
        )}
        <button
          type="button"
          className="usa-button usa-button--outline"
          onClick={() => {
            void discard({ variables: { id } }).then(() => navigate({ to: "/imports" }));
          }}
        >
          {text("imports.discard")}
        </button>
      </div>
      <AddedExamples title={text(`imports.examples${ofPlaces}`)} examples={summary.examples} />
      <ImportFindings id={id} />
    </section>
  );
}

/** Why nothing came of it, when the server did not take the call at all. */
function Unanswered({ error }: { error: Error | undefined }) {
  const text = useText();
  if (!error) return null;
  return <Notice kind="problem">{refusalMessage(error) ?? text("ui.form.unreachable.text")}</Notice>;
}
