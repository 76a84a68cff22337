import { useText } from "#admin/i18n/use-text.ts";
import { StatusTag, type StatusKind } from "#admin/ui/status-tag.tsx";

const kinds: Readonly<Record<Band, StatusKind>> = { STRONG: "good", PARTIAL: "partly", WEAK: "attention" };

type Band = "STRONG" | "PARTIAL" | "WEAK";

/** How a score reads in a word. */
export function BandTag({ band }: { band: Band }) {
  const text = useText();
  return <StatusTag kind={kinds[band]}>{text(`fidelity.band.${band}`)}</StatusTag>;
}
