import type { FragmentType } from "@apollo/client";
import { useFragment, useMutation } from "@apollo/client/react";
import { useState } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { MappingPanel_ImportFragment } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { Notice } from "#admin/ui/notice.tsx";
import { DirectoryMappingForm } from "./directory-mapping-form.tsx";
import { FileFindings } from "./file-findings.tsx";
import { KeptMappings } from "./kept-mappings.tsx";
import { ObservationMappingForm } from "./observation-mapping-form.tsx";
import type { DirectoryMapping, ObservationMapping } from "./observation-mapping.ts";
import { RosterMappingForm } from "./roster-mapping-form.tsx";
import type { RosterMapping } from "./roster-mapping.ts";
import { SampleRows } from "./sample-rows.tsx";
import type { ImportFinding } from "./use-finding-words.ts";

const mappingPanelFragment = graphql(`
  fragment MappingPanel_import on Import {
    id
    importer
    jurisdictionId
    encoding
    separator
    titles
    mapping
    proposedMapping
    firstRows
    columns {
      name
      examples
    }
    fileFindings {
      code
      severity
      path
      message
      values
    }
  }
`);

const checkMutation = graphql(`
  mutation MappingPanel_check($input: CheckImportInput!) {
    checkImport(input: $input) {
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

/** What the columns of the file mean: guessed, put right by a person, kept by name, tried in a dry run. */
export function MappingPanel({
  shown,
  onBegun,
}: {
  shown: FragmentType<MappingPanel_ImportFragment>;
  onBegun: () => void;
}) {
  const text = useText();
  const { data, complete } = useFragment({ fragment: mappingPanelFragment, from: shown });
  const [mapping, setMapping] = useState<unknown>();
  const [check, { loading }] = useMutation(checkMutation);
  const [findings, setFindings] = useState<readonly ImportFinding[]>([]);
  if (!complete) return null;
  const initial = mapping ?? data.mapping ?? data.proposedMapping;
  const tryOut = async () => {
    const answer = await check({ variables: { input: { importId: data.id, mapping: initial } } });
    const outcome = answer.data?.checkImport;
    setFindings(
      outcome?.__typename === "ImportWorkRefused"
        ? outcome.findings.filter(({ severity }) => severity === "ERROR")
        : [],
    );
    if (outcome?.__typename === "ImportWorkBegun") onBegun();
  };
  const form = { importId: data.id, columns: data.columns, onChange: setMapping };
  return (
    <section className="fs-card fs-stack" aria-labelledby="mapping">
      <h2 id="mapping">{text("imports.mapping")}</h2>
      <p>
        {text("imports.mapping.sentence")}{" "}
        {text("imports.readAs", {
          encoding: data.encoding,
          separator: text(`imports.separator.${separatorNames[data.separator] ?? "comma"}`),
        })}
      </p>
      {data.titles.length > 0 && (
        <p className="fs-soft">{text("imports.titles", { titles: data.titles.join(" · ") })}</p>
      )}
      <FileFindings findings={data.fileFindings} />
      <KeptMappings
        importId={data.id}
        importer={data.importer}
        jurisdictionId={data.jurisdictionId}
        mapping={initial}
        onChoose={setMapping}
      />
      {data.importer === "OBSERVATIONS" && (
        <ObservationMappingForm
          {...form}
          jurisdictionId={data.jurisdictionId}
          mapping={initial as ObservationMapping}
        />
      )}
      {data.importer === "JURISDICTIONS" && (
        <DirectoryMappingForm {...form} mapping={initial as DirectoryMapping} />
      )}
      {data.importer === "ROSTER" && (
        <RosterMappingForm
          {...form}
          jurisdictionId={data.jurisdictionId}
          mapping={initial as RosterMapping}
        />
      )}
      <SampleRows columns={data.columns.map(({ name }) => name)} rows={data.firstRows} />
      {findings.length > 0 && (
        <Notice kind="problem" isLive title={text("imports.mapping.refused")}>
          <FileFindings findings={findings} />
        </Notice>
      )}
      <div className="fs-row">
        <button type="button" className="usa-button" aria-disabled={loading} onClick={() => void tryOut()}>
          {text("imports.check")}
        </button>
      </div>
    </section>
  );
}

const separatorNames: Readonly<Record<string, string>> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "bar",
};
