import { useMemo } from "react";
import { useAddressParams, useSetAddressParams } from "#admin/ui/address.ts";

/** The most places that the server sets side by side. */
export const mostPlaces = 100;

/** The most years that the server sets side by side. */
export const mostYears = 50;

/** What is compared, as the address has it. */
export interface ComparisonChoice {
  readonly indicator: string | undefined;
  readonly places: readonly string[];
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** Each year from the first to the last, at most fifty. */
  readonly years: readonly number[];
  /** The year that the chart shows; the last one unless chosen. */
  readonly shownYear: number | undefined;
}

/** What is compared; every choice is in the address, so that a link opens the same comparison. */
export function useComparisonChoice(): ComparisonChoice {
  const asked = useAddressParams();
  return useMemo(() => {
    const [from, to] = [yearOf(asked["from"]), yearOf(asked["to"])];
    const years = yearsBetween(from ?? to, to ?? from);
    const shownYear = yearOf(asked["year"]);
    return {
      indicator: asked["indicator"],
      places: (asked["places"] ?? "").split(",").filter(Boolean).slice(0, mostPlaces),
      from,
      to,
      years,
      shownYear: shownYear !== undefined && years.includes(shownYear) ? shownYear : years.at(-1),
    };
  }, [asked]);
}

/** Adds a place to what is compared, or takes it away; the first place brings its newest year along. */
export function useTogglePlace(): (id: string, newestYear?: number) => void {
  const { places, years } = useComparisonChoice();
  const set = useSetAddressParams();
  return (id, newestYear) => {
    const next = places.includes(id) ? places.filter((place) => place !== id) : [...places, id];
    const year = years.length === 0 && newestYear !== undefined ? String(newestYear) : undefined;
    set({ places: next.join(",") || undefined, ...(year ? { from: year, to: year } : {}) });
  };
}

function yearOf(written: string | undefined): number | undefined {
  return written !== undefined && /^(19|20|21)\d\d$/.test(written) ? Number(written) : undefined;
}

/** The years from one to the other, in order, at most fifty. */
export function yearsBetween(from: number | undefined, to: number | undefined): number[] {
  if (from === undefined || to === undefined) return [];
  const [first, last] = [Math.min(from, to), Math.max(from, to)];
  return Array.from({ length: Math.min(mostYears, last - first + 1) }, (_, index) => first + index);
}
