import type { ImportState } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { StatusTag, type StatusKind } from "#admin/ui/status-tag.tsx";

const kinds: Record<ImportState, StatusKind> = {
  UPLOADED: "waiting",
  CHECKING: "partly",
  CHECKED: "waiting",
  APPLYING: "partly",
  APPLIED: "good",
  UNDOING: "partly",
  UNDONE: "skipped",
  DISCARDED: "skipped",
};

/** Where an import stands, by icon and word. */
export function ImportStateTag({ state }: { state: ImportState }) {
  return <StatusTag kind={kinds[state]}>{useText()(`imports.state.${state}`)}</StatusTag>;
}
