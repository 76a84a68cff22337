/** What the columns of a file of figures mean, as docs/data-formats.md describes it. */
export interface ObservationMapping {
  readonly place?: PlaceRule | undefined;
  readonly period?: PeriodRule | undefined;
  readonly values:
    | {
        readonly layout: "wide";
        readonly columns: readonly { readonly column: string; readonly indicator: string }[];
      }
    | {
        readonly layout: "long";
        readonly indicatorColumn: string;
        readonly codes: readonly { readonly value: string; readonly indicator: string }[];
        readonly valueColumn: string;
      };
  readonly populationColumn?: string | undefined;
  readonly monthsColumn?: string | undefined;
  readonly sourceColumn?: string | undefined;
  readonly source?: string | undefined;
  readonly reportingSystem?: "SRS" | "NIBRS" | undefined;
  readonly note?: string | undefined;
  readonly leaveOut: readonly { readonly column: string; readonly value: string }[];
}

export type PlaceRule =
  | { readonly by: "ori"; readonly column: string }
  | { readonly by: "site"; readonly column: string }
  | {
      readonly by: "name";
      readonly column: string;
      readonly state?: string | undefined;
      readonly stateColumn?: string | undefined;
    }
  | { readonly by: "fixed"; readonly kind: "jurisdiction" | "site" | "comparisonArea"; readonly id: string };

export type PeriodRule =
  | { readonly by: "year"; readonly column: string }
  | { readonly by: "period"; readonly column: string }
  | {
      readonly by: "month";
      readonly monthColumn: string;
      readonly yearColumn?: string | undefined;
      readonly year?: string | undefined;
    }
  | {
      readonly by: "date";
      readonly column: string;
      readonly order: "yearFirst" | "monthFirst" | "dayFirst";
      readonly kind: "year" | "quarter" | "month";
    }
  | { readonly by: "fixed"; readonly period: string };

/** What the columns of a directory of jurisdictions mean. */
export interface DirectoryMapping {
  readonly oriColumn?: string | undefined;
  readonly nameColumns: readonly string[];
  readonly kindColumn?: string | undefined;
  readonly kinds: readonly { readonly value: string; readonly kind: string }[];
  readonly latitudeColumn?: string | undefined;
  readonly longitudeColumn?: string | undefined;
}
