import { useMutation } from "@apollo/client/react";
import { useMemo, useState } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type {
  OpenSitesPageQueryVariables,
  PlannedSites_PreviewFragment,
} from "#admin/graphql/generated/graphql.ts";
import { refusalMessage } from "#admin/graphql/refusal.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { DataTable } from "#admin/ui/data-table.tsx";
import { useDayWriter } from "#admin/ui/day.tsx";
import type { Finding } from "#admin/ui/finding.ts";
import { FindingsList } from "#admin/ui/findings-list.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import type { Column } from "#admin/ui/table-column.ts";
import type { OpenedSites } from "./sites-receipt.tsx";
import { useFindingWords } from "./use-finding-words.ts";

graphql(`
  fragment PlannedSites_preview on SitesPreview {
    canOpen
    findings {
      code
      severity
      path
      message
    }
    sites {
      name
      templateKey
      version
      launchOn
      itemCount
      slotCount
      ownerCount
      adaptationCount
      coreCount
    }
    alreadyThere
  }
`);

const openMutation = graphql(`
  mutation PlannedSites_open($input: OpenSitesInput!) {
    openSites(input: $input) {
      ... on SitesOpened {
        siteIds
        alreadyThere
      }
      ... on OpenSitesRefused {
        findings {
          code
          severity
          path
          message
        }
      }
    }
  }
`);

type Input = OpenSitesPageQueryVariables["input"];
type Row = PlannedSites_PreviewFragment["sites"][number];

export interface PlannedSitesProps {
  preview: PlannedSites_PreviewFragment;
  input: Input;
  onOpened: (opened: OpenedSites) => void;
}

/** What opening a table would make, row by row, or what stands against it; and the button that makes it. */
export function PlannedSites({ preview, input, onOpened }: PlannedSitesProps) {
  const text = useText();
  const inWords = useFindingWords();
  const opening = useOpening(preview, input, onOpened);
  const columns = useColumns();
  const { canOpen, sites, alreadyThere } = preview;
  return (
    <section className="fs-stack" aria-labelledby="planned-sites">
      <h2 id="planned-sites">{text("sites.several.preview")}</h2>
      {!canOpen && (
        <Notice kind="problem" isLive title={text("sites.several.notYet")}>
          {text("sites.several.notYet.text")}
        </Notice>
      )}
      <FindingsList findings={inWords(opening.findings ?? preview.findings)} />
      {opening.failure && (
        <Notice kind="problem" isLive title={text("sites.several.failed")}>
          {opening.failure}
        </Notice>
      )}
      {canOpen && sites.length === 0 && (
        <Notice kind="note" title={text("sites.several.nothing", { count: alreadyThere.length })} />
      )}
      {sites.length > 0 && (
        <>
          <DataTable
            name="planned-sites"
            caption={text("sites.several.table")}
            columns={columns}
            rows={sites}
            rowKey={(row) => row.name}
            totalCount={sites.length}
          />
          <div className="fs-row">
            <button type="button" className="usa-button" disabled={opening.isOpening} onClick={opening.open}>
              {text(opening.isOpening ? "sites.open.opening" : "sites.several.open", { count: sites.length })}
            </button>
          </div>
        </>
      )}
    </section>
  );
}

function useOpening(
  preview: PlannedSites_PreviewFragment,
  input: Input,
  onOpened: (opened: OpenedSites) => void,
) {
  const text = useText();
  const [openSites, { loading, client }] = useMutation(openMutation);
  const [findings, setFindings] = useState<readonly Finding[]>();
  const [failure, setFailure] = useState<string>();
  const open = () => {
    setFindings(undefined);
    setFailure(undefined);
    openSites({ variables: { input } })
      .then(({ data }) => {
        const outcome = data?.openSites;
        if (outcome?.__typename === "OpenSitesRefused") setFindings(outcome.findings);
        if (outcome?.__typename !== "SitesOpened") return;
        client.cache.evict({ fieldName: "sites" });
        const { siteIds, alreadyThere } = outcome;
        const sites = siteIds.map((id, index) => ({ id, name: preview.sites[index]?.name ?? id }));
        onOpened({ sites, alreadyThere });
      })
      .catch((error: unknown) => {
        setFailure(refusalMessage(error) ?? text("ui.form.unreachable.text"));
      });
  };
  return { open, isOpening: loading, findings, failure };
}

const counts = ["itemCount", "slotCount", "ownerCount", "adaptationCount", "coreCount"] as const;

function useColumns(): readonly Column<Row>[] {
  const text = useText();
  const day = useDayWriter();
  return useMemo(
    () => [
      { id: "name", header: text("sites.name"), value: (row) => row.name },
      {
        id: "release",
        header: text("sites.release"),
        value: (row) => `${row.templateKey} ${row.version}`,
      },
      {
        id: "launch",
        header: text("sites.launchOn"),
        value: (row) => row.launchOn,
        cell: (row) => day.absolute(row.launchOn),
      },
      ...counts.map((count) => ({
        id: count,
        header: text(`sites.several.${count}`),
        value: (row: Row) => row[count],
        isNumber: true,
      })),
    ],
    [text, day],
  );
}
