import { useQuery } from "@apollo/client/react";
import { useEffect } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { ImportPageQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { usePathParam } from "#admin/ui/address.ts";
import { Moment } from "#admin/ui/day.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { Page } from "#admin/ui/page.tsx";
import { PageSkeleton } from "#admin/ui/skeleton.tsx";
import { DryRunPanel } from "./dry-run-panel.tsx";
import { ImportStateTag } from "./import-state-tag.tsx";
import { MappingPanel } from "./mapping-panel.tsx";
import { ReceiptPanel } from "./receipt-panel.tsx";
import { WorkPanel } from "./work-panel.tsx";
import "./imports.css";

const importPageQuery = graphql(`
  query ImportPage($id: ID!) {
    import(id: $id) {
      id
      fileName
      importer
      state
      brokenOff
      createdBy
      createdAt
      ...WorkPanel_import
      ...MappingPanel_import
      ...DryRunPanel_import
      ...ReceiptPanel_import
    }
  }
`);

type ShownImport = NonNullable<ImportPageQuery["import"]>;

const busyStates: readonly string[] = ["CHECKING", "APPLYING", "UNDOING"];

/** One import: what its columns mean, what it would change, how far it has got, its receipt. */
export function ImportPage() {
  const text = useText();
  const id = usePathParam("importId");
  const query = useQuery(importPageQuery, { variables: { id } });
  const data = loaded(query);
  const isBusy = busyStates.includes(data?.import?.state ?? "");
  const { startPolling, stopPolling, refetch } = query;
  useEffect(() => {
    if (!isBusy) return undefined;
    startPolling(700);
    return stopPolling;
  }, [isBusy, startPolling, stopPolling]);
  if (!data) return <PageSkeleton />;
  const shown = data.import;
  if (!shown) {
    return (
      <Page title={text("imports.missing.title")}>
        <Notice kind="note">{text("imports.missing.text")}</Notice>
      </Page>
    );
  }
  return (
    <Page
      title={shown.fileName}
      status={<ImportStateTag state={shown.state} />}
      facts={[
        { term: text("imports.kind"), value: text(`imports.importer.${shown.importer}`) },
        { term: text("imports.by"), value: shown.createdBy },
        { term: text("imports.at"), value: <Moment at={shown.createdAt} /> },
      ]}
    >
      {shown.brokenOff && !isBusy && (
        <Notice kind="warning" isLive title={text(`imports.brokenOff.${shown.brokenOff}`)}>
          {text("imports.brokenOff.text")}
        </Notice>
      )}
      <Panels shown={shown} isBusy={isBusy} onBegun={() => void refetch()} />
    </Page>
  );
}

function Panels({ shown, isBusy, onBegun }: { shown: ShownImport; isBusy: boolean; onBegun: () => void }) {
  const text = useText();
  if (isBusy) return <WorkPanel shown={shown} />;
  switch (shown.state) {
    case "UPLOADED":
      return <MappingPanel shown={shown} onBegun={onBegun} />;
    case "CHECKED":
      return (
        <>
          <DryRunPanel shown={shown} onBegun={onBegun} />
          <MappingPanel shown={shown} onBegun={onBegun} />
        </>
      );
    case "DISCARDED":
      return <Notice kind="note">{text("imports.discarded")}</Notice>;
    default:
      return <ReceiptPanel shown={shown} onBegun={onBegun} />;
  }
}
