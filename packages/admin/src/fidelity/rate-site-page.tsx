import { useMutation, useQuery } from "@apollo/client/react";
import { Link, useNavigate } from "@tanstack/react-router";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { RateSitePageQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useAddressParams, usePathParam } from "#admin/ui/address.ts";
import { EntityForm } from "#admin/ui/entity-form.tsx";
import { SelectField, TextField } from "#admin/ui/field.tsx";
import type { Finding } from "#admin/ui/finding.ts";
import { Notice } from "#admin/ui/notice.tsx";
import { Page } from "#admin/ui/page.tsx";
import { today } from "#admin/ui/plain-day.ts";
import { PageSkeleton } from "#admin/ui/skeleton.tsx";
import { RatingFields } from "./rating-fields.tsx";
import { RatingProgress } from "./rating-progress.tsx";
import {
  componentsToRate,
  entryOf,
  type RateableFidelity,
  type ReviewEntry,
  reviewInput,
  reviewSchema,
} from "./review-entry.ts";
import type { Review } from "./fidelity-panel.tsx";
import { useFindingWords } from "./use-finding-words.ts";
import "./fidelity.css";

const rateSitePageQuery = graphql(`
  query RateSitePage($id: ID!) {
    site(id: $id) {
      id
      name
      timeZone
      fidelity {
        siteId
        version
        ratersAllowed
        components {
          ...Fidelity_component @unmask
        }
        reviews {
          ...Fidelity_review @unmask
        }
      }
    }
  }
`);

const recordMutation = graphql(`
  mutation RateSitePage_record($input: RecordFidelityReviewInput!) {
    recordFidelityReview(input: $input) {
      ... on FidelityReviewRecorded {
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

const correctMutation = graphql(`
  mutation RateSitePage_correct($input: CorrectFidelityReviewInput!) {
    correctFidelityReview(input: $input) {
      ... on FidelityReviewCorrected {
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

/** Rates how fully a site carries out its core components; with `?review=` in the address, puts a review right. */
export function RateSitePage() {
  const text = useText();
  const id = usePathParam("siteId");
  const asked = useAddressParams()["review"];
  const data = loaded(useQuery(rateSitePageQuery, { variables: { id }, fetchPolicy: "network-only" }));
  if (!data) return <PageSkeleton />;
  const { site } = data;
  const review = site?.fidelity?.reviews.find((one) => one.id === asked);
  if (!site?.fidelity || site.fidelity.ratersAllowed.length === 0 || (asked && !review?.mayChange)) {
    return (
      <Page title={text("fidelity.closed.title")}>
        <Notice kind="note">{text("fidelity.closed.text")}</Notice>
      </Page>
    );
  }
  return <RateSite site={site} fidelity={site.fidelity} review={review} />;
}

interface RateSiteProps {
  site: NonNullable<RateSitePageQuery["site"]>;
  fidelity: RateableFidelity;
  review: Review | undefined;
}

function RateSite({ site, fidelity, review }: RateSiteProps) {
  const text = useText();
  const navigate = useNavigate();
  const save = useSaving(site.id, review);
  const address = `/sites/${site.id}`;
  const version = review?.version ?? fidelity.version;
  return (
    <Page
      title={text(review ? "fidelity.correct.title" : "fidelity.rate.title", { site: site.name })}
      sentence={text("fidelity.rate.sentence", { version })}
      trail={[
        { label: text("sites.title"), to: "/sites" },
        { label: site.name, to: address },
      ]}
    >
      <Notice kind="note">{text("fidelity.publicRecord")}</Notice>
      <EntityForm<ReviewEntry>
        schema={reviewSchema}
        defaultValues={entryOf(fidelity, { review, today: today(site.timeZone) })}
        draft={`fidelity.${site.id}.${version}.${review?.id ?? "new"}`}
        saveLabel={text(review ? "fidelity.correct.save" : "fidelity.rate.save")}
        save={save}
        onSaved={() => void navigate({ to: address, search: { tab: "fidelity" } })}
        otherActions={
          <Link to={address} search={{ tab: "fidelity" }}>
            {text("fidelity.cancel")}
          </Link>
        }
      >
        {!review && (
          <SelectField
            name="rater"
            label={text("fidelity.rater")}
            choices={fidelity.ratersAllowed.map((rater) => ({
              value: rater,
              label: text(`fidelity.rater.${rater}`),
            }))}
          />
        )}
        <TextField name="ratedBy" label={text("fidelity.ratedBy")} help={text("fidelity.ratedBy.help")} />
        <TextField name="reviewedOn" type="date" label={text("fidelity.reviewedOn")} />
        {componentsToRate(fidelity, review).map((component) => (
          <RatingFields key={component.key} component={component} />
        ))}
        <RatingProgress />
      </EntityForm>
    </Page>
  );
}

function useSaving(siteId: string, review: Review | undefined) {
  const inWords = useFindingWords();
  const refetch = { refetchQueries: ["FidelityPanel"] };
  const [record] = useMutation(recordMutation, refetch);
  const [correct] = useMutation(correctMutation, refetch);
  const send = async (entry: ReviewEntry) => {
    const said = { siteId, ...reviewInput(entry) };
    if (!review) {
      const { data } = await record({ variables: { input: { ...said, rater: entry.rater } } });
      return data?.recordFidelityReview;
    }
    const known = { reviewId: review.id, expectedRevision: review.revision };
    const { data } = await correct({ variables: { input: { ...said, ...known } } });
    return data?.correctFidelityReview;
  };
  return async (entry: ReviewEntry): Promise<readonly Finding[]> => {
    const outcome = await send(entry);
    return outcome?.__typename === "FidelityRefused" ? inWords(outcome.findings).map(besideMark) : [];
  };
}

/** A finding about a component stands beside its mark. */
function besideMark(finding: Finding): Finding {
  return /^ratings\.[^.]+$/.test(finding.path ?? "")
    ? { ...finding, path: `${finding.path ?? ""}.mark` }
    : finding;
}
