import { FormattedNumber } from "react-intl";
import { useText } from "#admin/i18n/use-text.ts";
import { Day } from "#admin/ui/day.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { BandTag } from "./band-tag.tsx";
import type { Fidelity, Review } from "./fidelity-panel.tsx";

/** The newest review of each kind of rater, side by side, with how far apart they are. */
export function ScoreCards({ fidelity }: { fidelity: Fidelity }) {
  const text = useText();
  const scores = fidelity.latest.flatMap(({ score }) => (typeof score === "number" ? [score] : []));
  const missing = [
    ...new Map(fidelity.latest.flatMap((review) => review.missing.map(({ key, name }) => [key, name]))),
  ];
  const isBehind = fidelity.latest.some(({ isOfCurrentRelease }) => !isOfCurrentRelease);
  return (
    <>
      {missing.length > 0 && (
        <Notice kind="warning" title={text("fidelity.missing", { count: missing.length })}>
          <ul>
            {missing.map(([key, name]) => (
              <li key={key}>
                {key} {name}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {isBehind && (
        <Notice kind="note">{text("fidelity.otherRelease", { version: fidelity.version })}</Notice>
      )}
      <ul className="fs-plain fs-fidelity__cards">
        {fidelity.latest.map((review) => (
          <li key={review.id} className="fs-card">
            <ScoreCard review={review} />
          </li>
        ))}
      </ul>
      {scores.length > 1 && (
        <p>{text("fidelity.range", { low: Math.min(...scores), high: Math.max(...scores) })}</p>
      )}
    </>
  );
}

function ScoreCard({ review }: { review: Review }) {
  const text = useText();
  const { rater, score, band, reviewedOn, version, ratedBy } = review;
  return (
    <>
      <h3>{text(`fidelity.rater.${rater}`)}</h3>
      <p className="fs-row">
        <span className="fs-fidelity__score">
          {typeof score === "number" ? <FormattedNumber value={score} maximumFractionDigits={1} /> : "–"}
          <span className="fs-soft"> / 100</span>
        </span>
        {band && <BandTag band={band} />}
      </p>
      <p className="fs-soft">
        <Day date={reviewedOn} /> · {text("fidelity.ofRelease", { version })}
        <br />
        {ratedBy}
      </p>
    </>
  );
}
