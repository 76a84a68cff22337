import { draftAfter, set } from "../drafts.ts";
import { partOf, publishNext } from "../upgrade.ts";
import type { TestActor } from "../test-server.ts";
import { type MutationCase, newName, newOrganization, type Stage } from "./mutation-case.ts";

async function author(stage: Stage): Promise<{ actor: TestActor; organizationId: string }> {
  const organizationId = await newOrganization(stage);
  const actor = await stage.server.actor([{ role: "templateAuthor", organizationId }]);
  return { actor, organizationId };
}

const beginning = () => ({
  templateKey: newName("riverbend").replace(" ", "-"),
  name: { en: "Riverbend" },
  copyOf: "csp-park",
});

async function begun(stage: Stage) {
  const { actor, organizationId } = await author(stage);
  const draft = await draftAfter(actor, "startTemplateDraft", { organizationId, ...beginning() });
  return { actor, draft };
}

/** What a template's authors do before there is a release. */
export const draftCases: Readonly<Record<string, MutationCase>> = {
  startTemplateDraft: {
    prepare: async (stage) => {
      const { actor, organizationId } = await author(stage);
      return { actor, variables: { input: { organizationId, ...beginning() } } };
    },
  },
  changeTemplateDraft: {
    prepare: async (stage) => {
      const { actor, draft } = await begun(stage);
      const edits = [set(draft, "positions.SGT.note", { en: "One who stays." })];
      return { actor, variables: { input: { draftId: draft.id, edits } } };
    },
  },
  discardTemplateDraft: {
    prepare: async (stage) => {
      const { actor, draft } = await begun(stage);
      return { actor, variables: { input: { draftId: draft.id, expectedRevision: draft.revision } } };
    },
  },
  takeBaseRelease: {
    prepare: async (stage) => {
      const { actor, organizationId } = await author(stage);
      const base = newName("base").replace(" ", "-");
      const publishBase = (release: string) =>
        publishNext(stage.steward, { templateKey: "csp-public-housing", version: "3.2.0" }, (document) => {
          document.template = base;
          document.release = release;
          partOf(document.activities, "A1")["dose"] = { en: `As in ${release}` };
        });
      await publishBase("1.0.0");
      const beginning = { templateKey: newName("extended").replace(" ", "-"), name: { en: "Extended" } };
      const input = { organizationId, ...beginning, copyOf: base, isExtending: true };
      const draft = await draftAfter(actor, "startTemplateDraft", input);
      const releaseId = await publishBase("1.1.0");
      const wanted = { draftId: draft.id, releaseId, expectedRevision: draft.revision, decisions: [] };
      return { actor, variables: { input: wanted } };
    },
  },
  publishTemplateDraft: {
    prepare: async (stage) => {
      const { actor, draft } = await begun(stage);
      const input = { draftId: draft.id, expectedRevision: draft.revision, version: draft.proposedVersion };
      return { actor, variables: { input } };
    },
  },
};
