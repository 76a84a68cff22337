import { useMutation } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { FormattedNumber } from "react-intl";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { Day, Moment, useDayWriter } from "#admin/ui/day.tsx";
import { TextAreaField } from "#admin/ui/field.tsx";
import { FormDialog } from "#admin/ui/form-dialog.tsx";
import { StatusTag } from "#admin/ui/status-tag.tsx";
import type { Review } from "./fidelity-panel.tsx";
import { useFindingWords } from "./use-finding-words.ts";

const withdrawMutation = graphql(`
  mutation ReviewList_withdraw($input: WithdrawFidelityReviewInput!) {
    withdrawFidelityReview(input: $input) {
      ... on FidelityReviewWithdrawn {
        site {
          id
        }
      }
      ... on FidelityRefused {
        findings {
          code
          severity
          path
          message
        }
      }
    }
  }
`);

/** Every review of a site, newest first, each with its marks and evidence when it is opened. */
export function ReviewList({ siteId, reviews }: { siteId: string; reviews: readonly Review[] }) {
  const text = useText();
  if (reviews.length === 0) return null;
  return (
    <section aria-labelledby="fidelity-reviews" className="fs-stack fs-stack--tight">
      <h2 id="fidelity-reviews">{text("fidelity.reviews", { count: reviews.length })}</h2>
      {reviews.map((review) => (
        <details key={review.id} className="fs-card">
          <summary>
            <ReviewSummary review={review} />
          </summary>
          <ReviewParts siteId={siteId} review={review} />
        </details>
      ))}
    </section>
  );
}

function ReviewSummary({ review }: { review: Review }) {
  const text = useText();
  const day = useDayWriter();
  const { rater, reviewedOn, score, version, withdrawnAt } = review;
  return (
    <span>
      {day.absolute(reviewedOn)} · {text(`fidelity.rater.${rater}`)} ·{" "}
      {typeof score === "number" ? <FormattedNumber value={score} maximumFractionDigits={1} /> : "–"} ·{" "}
      {text("fidelity.ofRelease", { version })}{" "}
      {withdrawnAt && <StatusTag kind="skipped">{text("fidelity.withdrawn")}</StatusTag>}
    </span>
  );
}

function ReviewParts({ siteId, review }: { siteId: string; review: Review }) {
  const text = useText();
  const { withdrawnAt, withdrawnBy, withdrawReason } = review;
  return (
    <div className="fs-stack fs-stack--tight">
      <p className="fs-soft">
        {text("fidelity.recordedBy", {
          ratedBy: review.ratedBy,
          by: review.organizationName
            ? `${review.recordedBy}, ${review.organizationName}`
            : review.recordedBy,
        })}{" "}
        <Moment at={review.recordedAt} />
      </p>
      {withdrawnAt && (
        <p>{text("fidelity.withdrawn.why", { by: withdrawnBy ?? "", reason: withdrawReason ?? "" })}</p>
      )}
      <ul className="fs-fidelity__ratings">
        {review.ratings.map((rating) => (
          <li key={rating.component.key}>
            <RatingInWords rating={rating} />
          </li>
        ))}
      </ul>
      {review.mayChange && (
        <div className="fs-row">
          <Link
            to={`/sites/${siteId}/fidelity/rate`}
            search={{ review: review.id }}
            className="usa-button usa-button--outline"
          >
            {text("fidelity.correct")}
          </Link>
          <WithdrawReview siteId={siteId} review={review} />
        </div>
      )}
    </div>
  );
}

function RatingInWords({ rating }: { rating: Review["ratings"][number] }) {
  const text = useText();
  const { component, mark, isCapped, isMissing, notApplicableReason, evidence } = rating;
  return (
    <>
      <strong>
        {component.key} {component.name}
      </strong>
      : {notApplicableReason ? text("fidelity.notApplicable.why", { reason: notApplicableReason }) : mark}{" "}
      {isCapped && <span className="fs-soft">{text("fidelity.capped.long")}</span>}{" "}
      {isMissing && <StatusTag kind="attention">{text("fidelity.isMissing")}</StatusTag>}
      {evidence.length > 0 && (
        <ul>
          {evidence.map((one) => (
            <li key={`${one.label}:${one.datedOn}`}>
              {one.url ? (
                <a href={one.url} rel="noreferrer">
                  {one.label}
                </a>
              ) : (
                one.label
              )}
              , <Day date={one.datedOn} isRelative={false} />
              {!one.isRecent && <span className="fs-soft"> {text("fidelity.evidence.old")}</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const reasonSchema = z.object({ reason: z.string().trim().min(10, "fidelity.reasonShort").max(2000) });

function WithdrawReview({ siteId, review }: { siteId: string; review: Review }) {
  const text = useText();
  const inWords = useFindingWords();
  const [withdraw] = useMutation(withdrawMutation, {
    refetchQueries: ["FidelityPanel"],
    awaitRefetchQueries: true,
  });
  return (
    <FormDialog
      action={text("fidelity.withdraw")}
      title={text("fidelity.withdraw.title")}
      lead={<p>{text("fidelity.withdraw.text")}</p>}
      schema={reasonSchema}
      defaultValues={{ reason: "" }}
      saveLabel={text("fidelity.withdraw")}
      save={async ({ reason }) => {
        const input = { siteId, reviewId: review.id, expectedRevision: review.revision, reason };
        const { data } = await withdraw({ variables: { input } });
        const outcome = data?.withdrawFidelityReview;
        return outcome?.__typename === "FidelityRefused" ? inWords(outcome.findings) : [];
      }}
    >
      <TextAreaField name="reason" label={text("fidelity.withdraw.reason")} rows={3} />
    </FormDialog>
  );
}
