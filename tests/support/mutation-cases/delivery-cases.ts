import { change, inDays, type MutationCase, newOrganization, type Stage } from "./mutation-case.ts";

/** A promise of twelve workshops a month since the year before last. */
const PROMISE = {
  title: "Evening workshops",
  unit: "workshops",
  amountPerPeriod: 12,
  periodKind: "MONTH",
  startsOn: inDays(-400),
};
const PLEDGE = "{ pledge { id revision periods { period reports { id revision } } } }";

interface Kept {
  readonly pledge: {
    readonly id: string;
    readonly revision: number;
    readonly periods: readonly {
      readonly period: string;
      readonly reports: readonly { readonly id: string; readonly revision: number }[];
    }[];
  };
}

interface Pledged {
  readonly jurisdictionId: string;
  readonly organizationId: string;
  readonly pledge: Kept["pledge"];
}

async function newPartnership(stage: Stage): Promise<{ id: string; organizationId: string }> {
  const { jurisdictionId, administrator } = stage.city;
  const [siteId, organizationId] = [await stage.openSite(), await newOrganization(stage)];
  const input = { jurisdictionId, siteId, organizationId, partnerRoleKey: "HOST", stage: "ACTIVE" };
  const { partnership } = await change<{ partnership: { id: string } }>(administrator, "beginPartnership", {
    input,
    wanted: "... on PartnershipBegun { partnership { id } }",
  });
  return { id: partnership.id, organizationId };
}

async function newPledge(stage: Stage): Promise<Pledged> {
  const { jurisdictionId, administrator } = stage.city;
  const { id: partnershipId, organizationId } = await newPartnership(stage);
  const { pledge } = await change<Kept>(administrator, "addPledge", {
    input: { jurisdictionId, partnershipId, ...PROMISE },
    wanted: `... on PledgeAdded ${PLEDGE}`,
  });
  return { jurisdictionId, organizationId, pledge };
}

async function reporting(stage: Stage) {
  const { jurisdictionId, organizationId, pledge } = await newPledge(stage);
  const actor = await stage.server.actor([{ role: "partnerStaff", organizationId }]);
  const input = { jurisdictionId, pledgeId: pledge.id, period: pledge.periods[0]?.period, amount: 11 };
  return { actor, input };
}

/** Promises of partnerships and what came of them. */
export const deliveryCases: Readonly<Record<string, MutationCase>> = {
  addPledge: {
    prepare: async (stage) => {
      const { jurisdictionId, administrator } = stage.city;
      const { id: partnershipId } = await newPartnership(stage);
      return { actor: administrator, variables: { input: { jurisdictionId, partnershipId, ...PROMISE } } };
    },
  },
  changePledge: {
    prepare: async (stage) => {
      const { jurisdictionId, pledge } = await newPledge(stage);
      const input = { jurisdictionId, id: pledge.id, expectedRevision: pledge.revision };
      const variables = { input: { ...input, ...PROMISE, title: "Workshops for parents" } };
      return { actor: stage.city.administrator, variables };
    },
  },
  reportDelivery: {
    prepare: async (stage) => {
      const { actor, input } = await reporting(stage);
      return { actor, variables: { input } };
    },
  },
  decideDelivery: {
    prepare: async (stage) => {
      const { actor, input } = await reporting(stage);
      const { pledge } = await change<Kept>(actor, "reportDelivery", {
        input,
        wanted: `... on DeliveryReported ${PLEDGE}`,
      });
      const [report] = pledge.periods[0]?.reports ?? [];
      const answer = { id: report?.id, expectedRevision: report?.revision, isConfirmed: true };
      return {
        actor: stage.city.administrator,
        variables: { input: { jurisdictionId: input.jurisdictionId, ...answer } },
      };
    },
  },
};
