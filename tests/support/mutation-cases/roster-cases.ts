import { change, inDays, type MutationCase, newName, type Stage } from "./mutation-case.ts";

const person = () => ({ name: newName("Officer"), rank: "Police Officer III", languages: ["en"] });

async function newOfficer({ city: { jurisdictionId, administrator } }: Stage): Promise<string> {
  const input = { jurisdictionId, ...person() };
  const wanted = "... on OfficerAdded { officer { id } }";
  const { officer } = await change<{ officer: { id: string } }>(administrator, "addOfficer", {
    input,
    wanted,
  });
  return officer.id;
}

async function placeOf(stage: Stage): Promise<Record<string, unknown>> {
  const { jurisdictionId } = stage.city;
  const [siteId, officerId] = [await stage.openSite(), await newOfficer(stage)];
  return { jurisdictionId, siteId, officerId, positionKey: "OFF-GEN", slot: 1, startsOn: inDays(-60) };
}

async function newAssignment(stage: Stage): Promise<Record<string, unknown>> {
  const { jurisdictionId, administrator } = stage.city;
  const { assignment } = await change<{ assignment: { id: string; revision: number } }>(
    administrator,
    "assignOfficer",
    { input: await placeOf(stage), wanted: "... on OfficerAssigned { assignment { id revision } }" },
  );
  return { jurisdictionId, id: assignment.id, expectedRevision: assignment.revision };
}

/** A call about somebody who serves. */
function ofAssignment(changes: object): MutationCase {
  return {
    prepare: async (stage) => ({
      actor: stage.city.administrator,
      variables: { input: { ...(await newAssignment(stage)), ...changes } },
    }),
  };
}

/** The roster of a site, and the people on it. */
export const rosterCases: Readonly<Record<string, MutationCase>> = {
  addOfficer: {
    prepare: ({ city: { jurisdictionId, administrator } }) =>
      Promise.resolve({ actor: administrator, variables: { input: { jurisdictionId, ...person() } } }),
  },
  changeOfficer: {
    prepare: async (stage) => {
      const { jurisdictionId, administrator } = stage.city;
      const who = { jurisdictionId, id: await newOfficer(stage), expectedRevision: 1 };
      return { actor: administrator, variables: { input: { ...who, ...person(), isPublished: true } } };
    },
  },
  assignOfficer: {
    prepare: async (stage) => ({
      actor: stage.city.administrator,
      variables: { input: await placeOf(stage) },
    }),
  },
  endAssignment: ofAssignment({ endedOn: inDays(-1), exitReason: "PROMOTION" }),
  correctAssignment: ofAssignment({ startsOn: inDays(-50), share: 1 }),
  recordLeave: {
    prepare: async (stage) => {
      const { jurisdictionId, id } = await newAssignment(stage);
      const leave = { startsOn: inDays(-20), endsOn: inDays(20), kind: "OTHER_DUTY" };
      const input = { jurisdictionId, assignmentId: id, ...leave };
      return { actor: stage.city.administrator, variables: { input } };
    },
  },
  recordTraining: {
    prepare: async (stage) => {
      const { jurisdictionId, administrator } = stage.city;
      const [siteId, officerId] = [await stage.openSite(), await newOfficer(stage)];
      const training = { trainingKey: "TRN-CORE", completedOn: inDays(-10) };
      return {
        actor: administrator,
        variables: { input: { jurisdictionId, siteId, officerId, ...training } },
      };
    },
  },
};
