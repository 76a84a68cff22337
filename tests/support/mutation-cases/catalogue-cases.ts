import { bringIn, makeForger, smallContent } from "../template-files.ts";
import type { TestActor } from "../test-server.ts";
import { change, type MutationCase, newName, newOrganization } from "./mutation-case.ts";

const PLACE = { kind: "CITY", stateCode: "OH", timeZone: "America/New_York", isParticipating: false };

const RELEASE = `query ($version: String) { release(templateKey: "csp-neighborhood", version: $version) { id } }`;

async function oldRelease(steward: TestActor, version: string): Promise<string> {
  return (await steward.get<{ release: { id: string } }>(RELEASE, { version })).release.id;
}

/** What belongs to no city: templates and the directory. */
export const catalogueCases: Readonly<Record<string, MutationCase>> = {
  publishRelease: {
    prepare: async ({ steward }) => {
      const { release } = await steward.get<{ release: { document: object } }>(
        `{ release(templateKey: "csp-park") { document } }`,
      );
      // Without its longest sections the document is well below what a request may carry.
      const document = { ...release.document, guidance: [], partnerRoles: [], governanceBodies: [] };
      const changes = { release: "9.0.0", template: newName("csp-park").replace(" ", "-") };
      return { actor: steward, variables: { input: { document: { ...document, ...changes } } } };
    },
  },
  withdrawRelease: {
    prepare: async ({ steward }) => {
      const releaseId = await oldRelease(steward, "3.1.0");
      const input = { releaseId, reasonCode: "MISTAKE", reason: "An item asks for the wrong agreement." };
      return { actor: steward, variables: { input } };
    },
  },
  reinstateRelease: {
    prepare: async ({ steward }) => {
      const releaseId = await oldRelease(steward, "3.2.0");
      await change(steward, "withdrawRelease", {
        input: { releaseId, reasonCode: "OTHER", reason: "Withdrawn by mistake." },
      });
      return { actor: steward, variables: { input: { releaseId, reason: "It was the wrong release." } } };
    },
  },
  entrustTemplate: {
    prepare: async (stage) => {
      const { steward } = stage;
      const organizationId = await newOrganization(stage);
      const { template } = await steward.get<{ template: { id: string; revision: number } }>(
        `{ template(key: "csp-park") { id revision } }`,
      );
      const known = { templateId: template.id, expectedRevision: template.revision };
      return { actor: steward, variables: { input: { ...known, organizationId, reason: "They train it." } } };
    },
  },
  saveJurisdiction: {
    prepare: async ({ steward }) => {
      const { jurisdiction } = await change<{ jurisdiction: { id: string; revision: number } }>(
        steward,
        "saveJurisdiction",
        {
          input: { ...PLACE, name: newName("Millbrook") },
          wanted: "... on JurisdictionSaved { jurisdiction { id revision } }",
        },
      );
      const known = { id: jurisdiction.id, expectedRevision: jurisdiction.revision };
      return { actor: steward, variables: { input: { ...PLACE, ...known, name: newName("Millbrook") } } };
    },
  },
  rotateSigningKey: {
    prepare: async ({ steward }) => {
      await change(steward, "rotateSigningKey", { input: { reason: "The first key of the platform." } });
      return { actor: steward, variables: { input: { reason: "A steward left." } } };
    },
  },
  changeKeyTrust: {
    prepare: async ({ server, steward }) => {
      const template = newName("elsewhere").replace(" ", "-");
      await bringIn({ server, actor: steward }, makeForger().write([smallContent({ template })], template));
      const { templateKeys } = await steward.get<{
        templateKeys: { trusted: { id: string; revision: number }[] };
      }>("{ templateKeys { trusted { id revision } } }");
      const [key] = templateKeys.trusted;
      const input = {
        trustedKeyId: key?.id,
        expectedRevision: key?.revision,
        isTrusted: false,
        reason: "It was lost.",
      };
      return { actor: steward, variables: { input } };
    },
  },
};
