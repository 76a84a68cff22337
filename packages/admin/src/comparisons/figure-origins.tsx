import { useQuery } from "@apollo/client/react";
import { FormattedNumber } from "react-intl";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { FigureOriginsQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { Moment } from "#admin/ui/day.tsx";
import { Dialog } from "#admin/ui/dialog.tsx";
import { type Fact, FactList } from "#admin/ui/fact-list.tsx";
import { Skeleton } from "#admin/ui/skeleton.tsx";

const figureOriginsQuery = graphql(`
  query FigureOrigins($indicator: String!, $placeId: ID!, $year: Int!) {
    figureOrigins(indicator: $indicator, placeId: $placeId, year: $year) {
      period
      value
      isProtected
      isReference
      revision
      source
      note
      importFileName
      recordedBy
      recordedAt
    }
  }
`);

type Origin = FigureOriginsQuery["figureOrigins"][number];

export interface FigureOriginsProps {
  indicator: { readonly code: string; readonly name: string };
  place: { readonly id: string; readonly name: string };
  year: number;
  onClose: () => void;
}

/** One number traced back: every entry behind it, with its source, file, revision, and who brought it in when. */
export function FigureOrigins({ indicator, place, year, onClose }: FigureOriginsProps) {
  const text = useText();
  const variables = { indicator: indicator.code, placeId: place.id, year };
  const origins = loaded(useQuery(figureOriginsQuery, { variables }))?.figureOrigins;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text("comparisons.trace.title", { place: place.name, year: String(year) })}
    >
      <p>{text("comparisons.trace.text", { indicator: indicator.name })}</p>
      {origins ? (
        <ul className="fs-plain fs-stack">
          {origins.map((origin) => (
            <li key={origin.period}>
              <OriginFacts origin={origin} />
            </li>
          ))}
        </ul>
      ) : (
        <Skeleton lines={4} />
      )}
    </Dialog>
  );
}

function OriginFacts({ origin }: { origin: Origin }) {
  const text = useText();
  const { period, value, source, importFileName, revision, recordedBy, recordedAt, isReference, note } =
    origin;
  const facts: Fact[] = [
    {
      term: period,
      value:
        typeof value === "number" ? <FormattedNumber value={value} /> : text("comparisons.state.PROTECTED"),
    },
    { term: text("comparisons.source"), value: source },
    ...(importFileName ? [{ term: text("comparisons.trace.file"), value: importFileName }] : []),
    {
      term: text("comparisons.trace.revision"),
      value: text(revision === 1 ? "comparisons.trace.firstEntry" : "comparisons.trace.corrected", {
        revision,
      }),
    },
    { term: text("comparisons.trace.by"), value: recordedBy },
    { term: text("comparisons.trace.at"), value: <Moment at={recordedAt} /> },
    ...(isReference
      ? [{ term: text("comparisons.trace.kind"), value: text("comparisons.trace.published") }]
      : []),
    ...(note ? [{ term: text("comparisons.notes"), value: note }] : []),
  ];
  return <FactList facts={facts} />;
}
