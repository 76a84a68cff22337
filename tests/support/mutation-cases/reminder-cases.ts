import { makeFeed } from "../reminder-calls.ts";
import type { MutationCase, Stage } from "./mutation-case.ts";

const newViewer = ({ server, city }: Stage) =>
  server.actor([{ role: "cityViewer", jurisdictionId: city.jurisdictionId }]);

/** How somebody is reminded. */
export const reminderCases: Readonly<Record<string, MutationCase>> = {
  makeCalendarFeed: {
    prepare: async (stage) => ({
      actor: await newViewer(stage),
      variables: { input: { expectedRevision: 0 } },
    }),
  },
  revokeCalendarFeed: {
    prepare: async (stage) => {
      const actor = await newViewer(stage);
      await makeFeed(actor);
      return { actor, variables: { input: { expectedRevision: 1 } } };
    },
  },
  changeCalendarLanguage: {
    prepare: async ({ server }) => ({
      actor: await server.actor([{ role: "stateOfficial", stateCode: "OH" }]),
      variables: { input: { language: "es", expectedRevision: 0 } },
    }),
  },
};
