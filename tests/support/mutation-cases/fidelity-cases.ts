import { ratingsOf } from "../fidelity.ts";
import { change, inDays, type MutationCase, type Stage } from "./mutation-case.ts";

async function newReview(stage: Stage) {
  const { administrator } = stage.city;
  const siteId = await stage.openSite();
  const input = {
    siteId,
    rater: "SELF",
    ratedBy: "Sergeant and coordinator",
    reviewedOn: inDays(-1),
    ratings: await ratingsOf(administrator, siteId, { mark: 2 }),
  };
  const { site } = await change<{
    site: { fidelity: { reviews: { id: string; revision: number }[] } };
  }>(administrator, "recordFidelityReview", {
    input,
    wanted: "... on FidelityReviewRecorded { site { fidelity { reviews { id revision } } } }",
  });
  const [review] = site.fidelity.reviews;
  if (review === undefined) throw new Error("The review is not there");
  const { ratedBy, reviewedOn, ratings } = input;
  return {
    place: { siteId, reviewId: review.id, expectedRevision: review.revision },
    said: { ratedBy, reviewedOn, ratings },
  };
}

/** How fully sites carry out their core components. */
export const fidelityCases: Readonly<Record<string, MutationCase>> = {
  recordFidelityReview: {
    prepare: async (stage) => {
      const { administrator } = stage.city;
      const siteId = await stage.openSite();
      const ratings = await ratingsOf(administrator, siteId, { mark: 2 });
      const input = { siteId, rater: "SELF", ratedBy: "Coordinator", reviewedOn: inDays(-1), ratings };
      return { actor: administrator, variables: { input } };
    },
  },
  correctFidelityReview: {
    prepare: async (stage) => {
      const { place, said } = await newReview(stage);
      const input = { ...place, ...said, ratedBy: "Sergeant, coordinator and resident chair" };
      return { actor: stage.city.administrator, variables: { input } };
    },
  },
  withdrawFidelityReview: {
    prepare: async (stage) => {
      const { place } = await newReview(stage);
      const input = { ...place, reason: "The marks of another site were entered." };
      return { actor: stage.city.administrator, variables: { input } };
    },
  },
  explainRatingDifference: {
    prepare: async (stage) => {
      const { place } = await newReview(stage);
      const input = { ...place, componentKey: "C5", reason: "The written order is new since the review." };
      return { actor: stage.city.administrator, variables: { input } };
    },
  },
};
