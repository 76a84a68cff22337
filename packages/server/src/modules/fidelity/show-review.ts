import { roles } from "@frontstep/domain/access";
import {
  compareReviews,
  type CoreComponent,
  isRecent,
  type Rater,
  raters,
  scoreFidelity,
} from "@frontstep/domain/fidelity";
import { type Language, localize } from "@frontstep/domain/shared";

import type { RequestContext } from "#server/context.ts";

import type { KeptReview } from "./fidelity-review.store.ts";

/** A component as it is named: by its key where the release has it no longer. */
export interface NamedComponent {
  readonly key: string;
  readonly name: string;
}

/** A review scored against the release under which it was made. */
export type ShownReview = ReturnType<typeof showReview>;

interface Surroundings {
  readonly ctx: RequestContext;
  readonly components: readonly CoreComponent[];
  readonly siteReleaseId: string;
}

/** A review in the reader's language, with what it comes to. */
export function showReview(review: KeptReview, { ctx, components, siteReleaseId }: Surroundings) {
  const { score, band, components: scores, missing } = scoreFidelity(components, review);
  const counted = new Map(scores.map((one) => [one.componentKey, one]));
  const nameOf = componentNamer(components, ctx.language);
  return {
    ...review,
    score,
    band,
    missing: missing.map(nameOf),
    isOfCurrentRelease: review.releaseId === siteReleaseId,
    mayChange: review.withdrawal === null && isOwn(ctx, review),
    withdrawnAt: review.withdrawal?.at ?? null,
    withdrawnBy: review.withdrawal?.by ?? null,
    withdrawReason: review.withdrawal?.reason ?? null,
    ratings: review.ratings.map((rating) => ({
      component: nameOf(rating.componentKey),
      mark: rating.mark,
      counted: counted.get(rating.componentKey)?.counted ?? null,
      isCapped: counted.get(rating.componentKey)?.isCapped ?? false,
      isMissing: counted.get(rating.componentKey)?.isMissing ?? false,
      notApplicableReason: rating.notApplicableReason ?? null,
      differenceReason: rating.differenceReason ?? null,
      evidence: rating.evidence.map((evidence) => ({
        ...evidence,
        url: evidence.url ?? null,
        isRecent: isRecent(evidence, review.reviewedOn),
      })),
    })),
  };
}

/** Names components as a release does. */
function componentNamer(
  components: readonly CoreComponent[],
  language: Language,
): (key: string) => NamedComponent {
  const names = new Map(components.map(({ key, name }) => [key, localize(name, language)]));
  return (key) => ({ key, name: names.get(key) ?? key });
}

/** A city's people change the city's reviews, an organization's people its own. */
function isOwn(ctx: RequestContext, { jurisdictionId, siteId, organizationId }: KeptReview): boolean {
  const worn = ctx.actor?.memberships.filter(({ role }) => roles[role].hat === ctx.hat) ?? [];
  return worn.some(({ role, scope }) => {
    if (!roles[role].permissions.includes("fidelity.rate")) return false;
    if (organizationId !== null)
      return scope.kind === "organization" && scope.organizationId === organizationId;
    if (scope.kind === "site") return scope.siteId === siteId;
    return scope.kind === "jurisdiction" && scope.jurisdictionId === jurisdictionId;
  });
}

/** Of reviews with the latest first, the newest of each kind that counts, in the order of the kinds. */
export function latestOfEach(reviews: readonly ShownReview[]): ShownReview[] {
  return raters.flatMap((rater) => {
    const latest = reviews.find((review) => review.rater === rater && review.withdrawal === null);
    return latest === undefined ? [] : [latest];
  });
}

/** How the newest reviews of two kinds agree, pair by pair; only those made under one release are compared. */
export function showAgreements(latest: readonly ShownReview[]) {
  return latest.flatMap((first, at) =>
    latest
      .slice(at + 1)
      .filter((second) => second.releaseId === first.releaseId)
      .map((second) => showAgreement(first, second)),
  );
}

function showAgreement(first: ShownReview, second: ShownReview) {
  const { pairs, apart, kappa } = compareReviews(ratingsOf(first), ratingsOf(second));
  const [lower, upper] =
    kappa.kind === "estimate" ? [kappa.interval.lower, kappa.interval.upper] : [null, null];
  return {
    first: first.rater satisfies Rater,
    second: second.rater satisfies Rater,
    pairCount: pairs.length,
    kappa: kappa.kind === "estimate" ? kappa.value : null,
    kappaLower: lower,
    kappaUpper: upper,
    apart: apart.map((pair) => ({
      component: componentOf(first, pair.componentKey),
      firstMark: pair.first,
      secondMark: pair.second,
      reasons: [first, second].flatMap((review) => reasonIn(review, pair.componentKey)),
      explainIn: [second, first].find(({ mayChange }) => mayChange)?.id ?? null,
    })),
  };
}

function ratingsOf({ ratings }: ShownReview) {
  return {
    ratings: ratings.map(({ component, mark, evidence }) => ({
      componentKey: component.key,
      mark,
      evidence: evidence.map(({ label, datedOn }) => ({ label, datedOn })),
    })),
  };
}

function componentOf({ ratings }: ShownReview, key: string): NamedComponent {
  return ratings.find(({ component }) => component.key === key)?.component ?? { key, name: key };
}

function reasonIn({ rater, ratings }: ShownReview, key: string) {
  const reason = ratings.find(({ component }) => component.key === key)?.differenceReason;
  return reason ? [{ rater, reason }] : [];
}
