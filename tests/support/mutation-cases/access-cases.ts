import { change, type MutationCase, newName, type Stage } from "./mutation-case.ts";

interface Invited {
  readonly invitation: { readonly id: string; readonly revision: number };
}

const newAddress = () => `${newName("somebody").replace(" ", "-")}@example.org`;

async function invite({ city }: Stage, email: string): Promise<Invited["invitation"]> {
  const input = { jurisdictionId: city.jurisdictionId, email, role: "CITY_VIEWER" };
  const wanted = "... on MemberInvited { invitation { id revision } }";
  return (await change<Invited>(city.administrator, "inviteMember", { input, wanted })).invitation;
}

/** Somebody who views the city, as those see it who keep its access. */
async function newMember({
  server,
  city,
}: Stage): Promise<{ membershipId: string; expectedRevision: number }> {
  const { jurisdictionId, administrator } = city;
  const { accountId } = await server.actor([{ role: "cityViewer", jurisdictionId }]);
  const { members } = await administrator.get<{
    members: { edges: { node: { id: string; revision: number; email: string } }[] };
  }>(
    `query ($id: ID) { members(jurisdictionId: $id, first: 100) { edges { node { id revision email } } } }`,
    { id: jurisdictionId },
  );
  const found = members.edges.find(({ node }) => node.email === `${accountId}@example.org`);
  if (found === undefined) throw new Error("The new member is not listed");
  return { membershipId: found.node.id, expectedRevision: found.node.revision };
}

/** Who may do what where. */
export const accessCases: Readonly<Record<string, MutationCase>> = {
  inviteMember: {
    prepare: ({ city: { jurisdictionId, administrator } }) => {
      const input = { jurisdictionId, email: newAddress(), role: "CITY_VIEWER" };
      return Promise.resolve({ actor: administrator, variables: { input } });
    },
  },
  revokeInvitation: {
    prepare: async (stage) => {
      const { id, revision } = await invite(stage, newAddress());
      const input = { invitationId: id, expectedRevision: revision };
      return { actor: stage.city.administrator, variables: { input } };
    },
  },
  acceptInvitation: {
    prepare: async (stage) => {
      const email = newAddress();
      await invite(stage, email);
      const letter = stage.server.letters.findLast(({ to }) => to === email)?.text ?? "";
      const token = decodeURIComponent(/token=([^\s&]+)/.exec(letter)?.[1] ?? "");
      const input = { token, name: "Ada Lane", password: "a lantern on the river" };
      return { actor: stage.server.nobody, variables: { input } };
    },
  },
  changeRole: {
    prepare: async (stage) => ({
      actor: stage.city.administrator,
      variables: { input: { ...(await newMember(stage)), role: "CITY_EDITOR" } },
    }),
  },
  removeMember: {
    prepare: async (stage) => ({
      actor: stage.city.administrator,
      variables: { input: await newMember(stage) },
    }),
  },
};
