import type { LocalizedText } from "../shared/index.ts";
import type { TemplateContent } from "../templates/index.ts";

/** A draft of the next release of a template, which begins as the newest one. */
export function nextDraft(newest: TemplateContent): TemplateContent {
  const kept = Object.entries(newest).filter(([name]) => name !== "changeNotes" && name !== "releasedOn");
  return { ...(Object.fromEntries(kept) as TemplateContent), changes: [] };
}

/** What a new template is called. */
interface NewHead {
  readonly key: string;
  readonly name: LocalizedText;
}

/** A draft of a new template, which begins as a copy of another one, with a key and a name of its own. */
export function copiedDraft(from: TemplateContent, { key, name }: NewHead): TemplateContent {
  const own = { ...nextDraft(from), template: key, name, release: "1.0.0" };
  delete own.extends;
  return own;
}

/** A draft of a new template that extends another: it begins as that one is and goes on taking its releases. */
export function extendingDraft(from: TemplateContent, head: NewHead): TemplateContent {
  return { ...copiedDraft(from, head), extends: { template: from.template, release: from.release } };
}

/** A draft of a new template with nothing in it. */
export function emptyDraft(head: {
  readonly key: string;
  readonly name: LocalizedText;
  readonly siteKind: TemplateContent["siteKind"];
}): TemplateContent {
  const { key, name, siteKind } = head;
  return {
    format: "frontstep.template/1",
    template: key,
    release: "1.0.0",
    name,
    summary: name,
    siteKind,
    languages: ["en", "es"],
    changes: [],
    ownerRoles: [],
    positions: [],
    staffingFloors: [],
    trainings: [],
    partnerRoles: [],
    activities: [],
    governanceBodies: [],
    phases: [],
    checklistItems: [],
    indicators: [],
    goals: [],
    coreComponents: [],
    adaptationRules: [],
    guidance: [],
  };
}
