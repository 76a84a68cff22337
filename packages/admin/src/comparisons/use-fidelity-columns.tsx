import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { FormattedNumber } from "react-intl";
import { useText } from "#admin/i18n/use-text.ts";
import { GoalStateTag } from "#admin/outcomes/goal-state-tag.tsx";
import type { ToldTarget } from "#admin/outcomes/goal-card.tsx";
import { useGoalWords } from "#admin/outcomes/use-goal-words.ts";
import { useMay } from "#admin/session/actor.ts";
import { SiteStageTag } from "#admin/sites/site-stage.tsx";
import { useDayWriter } from "#admin/ui/day.tsx";
import { StatusTag } from "#admin/ui/status-tag.tsx";
import type { Column } from "#admin/ui/table-column.ts";
import { BandTag } from "#admin/fidelity/band-tag.tsx";
import type { FidelityRow } from "./fidelity-page.tsx";

type Review = FidelityRow["reviews"][number];

const raters = ["SELF", "EXTERNAL", "RESIDENT"] as const;

/** The columns of sites side by side. None sorts by a score: this is no league table. */
export function useFidelityColumns(trendName: string): readonly Column<FidelityRow>[] {
  const text = useText();
  return useMemo(
    (): readonly Column<FidelityRow>[] => [
      {
        id: "name",
        header: text("fidelity.sites.site"),
        value: (row) => row.name,
        cell: (row) => <SiteName site={row} />,
        canSort: false,
      },
      {
        id: "city",
        header: text("fidelity.sites.city"),
        value: (row) => `${row.jurisdiction.name}, ${row.jurisdiction.stateCode}`,
        canSort: false,
      },
      {
        id: "kind",
        header: text("fidelity.sites.kind"),
        value: (row) => text(`sites.kind.${row.kind}`),
        canSort: false,
      },
      {
        id: "stage",
        header: text("fidelity.sites.stage"),
        value: (row) => text(`sites.stage.${row.stage}`),
        cell: (row) => <SiteStageTag stage={row.stage} />,
        canSort: false,
      },
      ...raters.map((rater): Column<FidelityRow> => ({
        id: rater.toLowerCase(),
        header: text(`fidelity.rater.short.${rater}`),
        value: (row) => reviewOf(row, rater)?.score ?? null,
        cell: (row) => <Score review={reviewOf(row, rater)} />,
        canSort: false,
      })),
      {
        id: "missing",
        header: text("fidelity.sites.missing"),
        value: (row) => missingIn(row).join("; ") || null,
        cell: (row) => <Missing row={row} />,
        canSort: false,
      },
      {
        id: "trend",
        header: trendName,
        value: (row) => (row.trend ? text(`goals.state.${row.trend.state}`) : null),
        cell: (row) => (row.trend ? <Trend trend={row.trend} /> : text("fidelity.sites.noTrend")),
        canSort: false,
      },
    ],
    [text, trendName],
  );
}

function reviewOf({ reviews }: FidelityRow, rater: Review["rater"]): Review | undefined {
  return reviews.find((review) => review.rater === rater);
}

/** Essential components that any of the newest reviews finds missing. */
function missingIn({ reviews }: FidelityRow): string[] {
  return [...new Set(reviews.flatMap(({ missing }) => missing.map(({ key, name }) => `${key} ${name}`)))];
}

/** An author sees how sites fare on the own template without working there: then the name leads nowhere. */
function SiteName({ site }: { site: FidelityRow }) {
  if (!useMay("site.read")) return site.name;
  return (
    <Link to={`/sites/${site.id}`} search={{ tab: "fidelity" }}>
      {site.name}
    </Link>
  );
}

function Score({ review }: { review: Review | undefined }) {
  const text = useText();
  const day = useDayWriter();
  if (!review) return <span className="fs-soft">{text("fidelity.notRated")}</span>;
  return (
    <div>
      {typeof review.score === "number" ? (
        <FormattedNumber value={review.score} maximumFractionDigits={1} />
      ) : (
        "–"
      )}{" "}
      {review.band && <BandTag band={review.band} />}
      <div className="fs-soft">
        {day.absolute(review.reviewedOn)} · {review.version}
      </div>
    </div>
  );
}

function Missing({ row }: { row: FidelityRow }) {
  const text = useText();
  const missing = missingIn(row);
  if (row.reviews.length === 0) return "–";
  if (missing.length === 0) return text("fidelity.sites.noneMissing");
  return (
    <div>
      {missing.map((name) => (
        <div key={name}>
          <StatusTag kind="attention">{name}</StatusTag>
        </div>
      ))}
    </div>
  );
}

function Trend({ trend }: { trend: ToldTarget }) {
  const { where, sought } = useGoalWords(trend);
  return (
    <div>
      <GoalStateTag state={trend.state} />
      <div>{where}</div>
      <div className="fs-soft">{sought}</div>
    </div>
  );
}
