import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { FidelityPanelQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import { Skeleton } from "#admin/ui/skeleton.tsx";
import { ComponentTable } from "./component-table.tsx";
import { ComputedParts } from "./computed-parts.tsx";
import { RaterDifferences } from "./rater-differences.tsx";
import { ReviewList } from "./review-list.tsx";
import { ScoreCards } from "./score-cards.tsx";
import "./fidelity.css";

const FidelityHistory = lazy(async () => ({
  default: (await import("./fidelity-history.tsx")).FidelityHistory,
}));

graphql(`
  fragment Fidelity_component on FidelityComponent {
    key
    name
    weight
    isEssential
    none
    partly
    full
    deviationCount
  }
`);

graphql(`
  fragment Fidelity_review on FidelityReview {
    id
    revision
    rater
    ratedBy
    reviewedOn
    version
    isOfCurrentRelease
    score
    band
    organizationName
    recordedBy
    recordedAt
    withdrawnAt
    withdrawnBy
    withdrawReason
    mayChange
    missing {
      key
      name
    }
    ratings {
      component {
        key
        name
      }
      mark
      counted
      isCapped
      isMissing
      notApplicableReason
      differenceReason
      evidence {
        label
        url
        datedOn
        isRecent
      }
    }
  }
`);

const fidelityPanelQuery = graphql(`
  query FidelityPanel($siteId: ID!) {
    site(id: $siteId) {
      id
      launchOn
      upgrades {
        id
        to
        upgradedAt
        rolledBackAt
      }
      fidelity {
        siteId
        version
        ratersAllowed
        components {
          ...Fidelity_component @unmask
        }
        latest {
          ...Fidelity_review @unmask
        }
        reviews {
          ...Fidelity_review @unmask
        }
        agreements {
          first
          second
          pairCount
          kappa
          kappaLower
          kappaUpper
          apart {
            component {
              key
              name
            }
            firstMark
            secondMark
            explainIn
            reasons {
              rater
              reason
            }
          }
        }
        computed {
          kind
          value
          of {
            name
            met
            of
          }
        }
      }
    }
  }
`);

/** A site with everything that its fidelity shows. */
export type FidelitySite = NonNullable<FidelityPanelQuery["site"]>;

/** How fully a site carries out its core components. */
export type Fidelity = NonNullable<FidelitySite["fidelity"]>;

/** One review of a site. */
export type Review = Fidelity["reviews"][number];

/** How fully a site carries out its core components: rated, computed, over time, and where raters differ. */
export function FidelityPanel({ siteId }: { siteId: string }) {
  const text = useText();
  const result = useQuery(fidelityPanelQuery, { variables: { siteId }, fetchPolicy: "cache-and-network" });
  const site = (loaded(result) ?? result.previousData)?.site;
  if (!site) return result.loading ? <Skeleton lines={8} /> : null;
  const { fidelity } = site;
  if (!fidelity) return null;
  if (fidelity.components.length === 0)
    return (
      <EmptyState title={text("fidelity.none.title")}>
        {text("fidelity.none.text", { version: fidelity.version })}
      </EmptyState>
    );
  return <FidelityParts site={site} fidelity={fidelity} />;
}

function FidelityParts({ site, fidelity }: { site: FidelitySite; fidelity: Fidelity }) {
  const text = useText();
  const mayRate = fidelity.ratersAllowed.length > 0;
  const action = mayRate && (
    <Link to={`/sites/${site.id}/fidelity/rate`} className="usa-button">
      {text("fidelity.rate")}
    </Link>
  );
  const hasReviews = fidelity.latest.length > 0;
  return (
    <section className="fs-stack" aria-label={text("fidelity.title")}>
      <div className="fs-row fs-row--apart">
        <p className="fs-soft fs-fidelity__sentence">{text("fidelity.sentence")}</p>
        {hasReviews && action}
      </div>
      {hasReviews ? (
        <ScoreCards fidelity={fidelity} />
      ) : (
        <EmptyState title={text("fidelity.empty.title")} action={action}>
          {text(mayRate ? "fidelity.empty.text" : "fidelity.empty.reader")}
        </EmptyState>
      )}
      <ComputedParts parts={fidelity.computed} />
      {hasReviews && (
        <>
          <Suspense fallback={<Skeleton lines={6} />}>
            <FidelityHistory site={site} reviews={fidelity.reviews} />
          </Suspense>
          <RaterDifferences siteId={site.id} fidelity={fidelity} />
        </>
      )}
      <ComponentTable fidelity={fidelity} />
      <ReviewList siteId={site.id} reviews={fidelity.reviews} />
    </section>
  );
}
