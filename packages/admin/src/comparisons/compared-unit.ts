import { useIntl } from "react-intl";
import { useText } from "#admin/i18n/use-text.ts";

/** What is compared, in words: per so many residents, percent, or the indicator's own unit. */
export function useComparedUnit(indicator: {
  readonly unit: string;
  readonly measureKind: string;
  readonly per?: number | null;
}): string {
  const text = useText();
  const intl = useIntl();
  if (typeof indicator.per === "number")
    return text("comparisons.unit.per", { per: intl.formatNumber(indicator.per) });
  return indicator.measureKind === "SHARE" ? text("comparisons.unit.percent") : indicator.unit;
}
