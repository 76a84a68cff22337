import type { ObservedFigure, PlaceKind } from "../outcomes/index.ts";
import type { FindingValues, Key, Period } from "../shared/index.ts";

/** How a row names its place, before anyone has looked it up. */
export type PlaceClaim =
  | { readonly by: "ori"; readonly ori: string }
  | { readonly by: "name"; readonly name: string; readonly state: string }
  | { readonly by: "site"; readonly name: string }
  | { readonly by: "fixed"; readonly kind: PlaceKind; readonly id: string };

/** What a row states: a figure of an indicator, for a period, at a place that is still to be found. */
export interface ClaimedObservation {
  /** The number of the row in the file. */
  readonly row: number;
  /** The column that the value stands in. */
  readonly column: string;
  readonly indicator: Key;
  readonly period: Period;
  readonly place: PlaceClaim;
  readonly figure: ObservedFigure;
}

/** A place that was found, with what it is called. */
export interface FoundPlace {
  readonly kind: PlaceKind;
  readonly id: string;
  readonly jurisdictionId: string;
  readonly name: string;
}

/** What looking for a place came to. */
export type PlaceAnswer =
  | {
      readonly kind: "found";
      readonly place: FoundPlace;
    }
  | { readonly kind: "unknown" }
  | { readonly kind: "ambiguous"; readonly among: readonly string[] }
  | { readonly kind: "notYours"; readonly name: string };

/** A text that is the same for two claims exactly when they name their place in the same way. */
export function placeClaimKey(claim: PlaceClaim): string {
  switch (claim.by) {
    case "ori":
      return `ori ${claim.ori}`;
    case "name":
      return `name ${claim.state} ${claim.name.toLowerCase()}`;
    case "site":
      return `site ${claim.name.toLowerCase()}`;
    case "fixed":
      return `fixed ${claim.kind} ${claim.id}`;
  }
}

/** The sentence about a place that could not be used: what is wrong, and what to do. */
export function explainPlace(
  claim: PlaceClaim,
  answer: Exclude<PlaceAnswer, { kind: "found" }>,
): { code: string; message: string; values: FindingValues } {
  const named = claimInWords(claim);
  const values = claimValues(claim);
  switch (answer.kind) {
    case "unknown":
      return {
        code: "PLACE_UNKNOWN",
        message: `No place was found for ${named}. Check how it is written, or ask your platform steward to add it to the directory.`,
        values,
      };
    case "ambiguous":
      return {
        code: "PLACE_AMBIGUOUS",
        message: `More than one place fits ${named}: ${answer.among.join("; ")}. Use a column with the 9-character identifier (ORI) to say which one.`,
        values: { ...values, among: answer.among.join("; ") },
      };
    case "notYours":
      return {
        code: "PLACE_NOT_YOURS",
        message: `${answer.name} is another jurisdiction: you may bring in figures for your own only. Take its rows out, or leave them: they are not brought in.`,
        values: { name: answer.name },
      };
  }
}

function claimValues(claim: PlaceClaim): FindingValues {
  switch (claim.by) {
    case "ori":
      return { by: "ori", name: claim.ori, state: "" };
    case "name":
      return { by: "name", name: claim.name, state: claim.state };
    case "site":
      return { by: "site", name: claim.name, state: "" };
    case "fixed":
      return { by: "fixed", name: "", state: "" };
  }
}

function claimInWords(claim: PlaceClaim): string {
  switch (claim.by) {
    case "ori":
      return `the identifier ${claim.ori}`;
    case "name":
      return `"${claim.name}" in ${claim.state}`;
    case "site":
      return `the site "${claim.name}"`;
    case "fixed":
      return `the ${claim.kind} that the mapping names`;
  }
}
