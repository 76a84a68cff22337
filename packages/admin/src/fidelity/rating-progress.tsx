import { useWatch } from "react-hook-form";
import { useText } from "#admin/i18n/use-text.ts";
import { Notice } from "#admin/ui/notice.tsx";
import type { ReviewEntry } from "./review-entry.ts";

/** Before a review is recorded: how many components are rated, and how many marks will count less for want of evidence. */
export function RatingProgress() {
  const text = useText();
  const typed = useWatch({ name: "ratings" }) as Partial<ReviewEntry["ratings"]>;
  const ratings = Object.values(typed).flatMap((rating) => (rating ? [rating] : []));
  const rated = ratings.filter(({ mark }) => Boolean(mark)).length;
  const withoutEvidence = ratings.filter(
    ({ mark, evidence }) => Number(mark) > 2 && evidence.every(({ label }) => label.trim() === ""),
  ).length;
  return (
    <Notice kind={withoutEvidence > 0 ? "warning" : "note"}>
      {text("fidelity.rate.progress", { rated, all: ratings.length })}{" "}
      {withoutEvidence > 0 && text("fidelity.rate.withoutEvidence", { count: withoutEvidence })}
    </Notice>
  );
}
