import { change, inDays, type MutationCase, newName, newOrganization, type Stage } from "./mutation-case.ts";

const PARTNERSHIP = "{ partnership { id revision agreements { id revision } } }";
const AGREEMENT = { kind: "MEMORANDUM", startsOn: inDays(-100), endsOn: inDays(265) };

interface Kept {
  readonly partnership: {
    readonly id: string;
    readonly revision: number;
    readonly agreements: readonly { readonly id: string; readonly revision: number }[];
  };
}

async function beginning(stage: Stage): Promise<Record<string, unknown>> {
  const { jurisdictionId } = stage.city;
  const [siteId, organizationId] = [await stage.openSite(), await newOrganization(stage)];
  return { jurisdictionId, siteId, organizationId, partnerRoleKey: "HOST", stage: "IDENTIFIED" };
}

async function newPartnership(stage: Stage): Promise<Kept["partnership"]> {
  const input = await beginning(stage);
  const wanted = `... on PartnershipBegun ${PARTNERSHIP}`;
  return (await change<Kept>(stage.city.administrator, "beginPartnership", { input, wanted })).partnership;
}

/** A call about a partnership that has begun. */
function ofPartnership(changes: object): MutationCase {
  return {
    prepare: async (stage) => {
      const { jurisdictionId, administrator } = stage.city;
      const { id, revision } = await newPartnership(stage);
      const input = { jurisdictionId, id, expectedRevision: revision, ...changes };
      return { actor: administrator, variables: { input } };
    },
  };
}

/** Partner organizations, their partnerships and agreements. */
export const partnerCases: Readonly<Record<string, MutationCase>> = {
  addOrganization: {
    prepare: ({ city: { jurisdictionId, administrator } }) => {
      const name = newName("Quarry Arts Collective");
      const input = { jurisdictionId, legalName: name, publicName: name, isAnotherOrganization: true };
      return Promise.resolve({ actor: administrator, variables: { input } });
    },
  },
  changeOrganization: {
    prepare: async (stage) => {
      const name = newName("Lantern Works");
      const id = await newOrganization(stage);
      const input = { id, expectedRevision: 1, legalName: name, publicName: name };
      return { actor: stage.city.administrator, variables: { input } };
    },
  },
  beginPartnership: {
    prepare: async (stage) => ({
      actor: stage.city.administrator,
      variables: { input: await beginning(stage) },
    }),
  },
  changePartnership: ofPartnership({ stage: "IN_TALKS", deliverable: "Two coaches on five evenings" }),
  endPartnership: ofPartnership({ endedOn: inDays(-1) }),
  signAgreement: {
    prepare: async (stage) => {
      const { jurisdictionId, administrator } = stage.city;
      const { id: partnershipId } = await newPartnership(stage);
      return { actor: administrator, variables: { input: { jurisdictionId, partnershipId, ...AGREEMENT } } };
    },
  },
  correctAgreement: {
    prepare: async (stage) => {
      const { jurisdictionId, administrator } = stage.city;
      const { id: partnershipId } = await newPartnership(stage);
      const { partnership } = await change<Kept>(administrator, "signAgreement", {
        input: { jurisdictionId, partnershipId, ...AGREEMENT },
        wanted: `... on AgreementSigned ${PARTNERSHIP}`,
      });
      const [agreement] = partnership.agreements;
      const input = { jurisdictionId, id: agreement?.id, expectedRevision: agreement?.revision };
      return {
        actor: administrator,
        variables: { input: { ...input, ...AGREEMENT, startsOn: inDays(-90) } },
      };
    },
  },
  recordCertificate: {
    prepare: async (stage) => {
      const { jurisdictionId, administrator } = stage.city;
      const { id: partnershipId } = await newPartnership(stage);
      const input = { jurisdictionId, partnershipId, kind: "INSURANCE", validThrough: inDays(200) };
      return { actor: administrator, variables: { input } };
    },
  },
};
