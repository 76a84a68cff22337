import { launchStage, percentDone } from "@frontstep/domain/onboarding";
import { type Language, localize } from "@frontstep/domain/shared";
import { type Adaptation, adaptableParts, titleOf } from "@frontstep/domain/sites";
import type { ContentPart, ContentParts } from "@frontstep/domain/templates";

import type { KeptAdaptation, SiteDesign } from "./site-design.store.ts";
import type { SiteOverview } from "./site-list.store.ts";

/** A site in the reader's language. */
export function showSite(found: SiteOverview & { readonly design?: SiteDesign }, language: Language) {
  const days = { launchOn: found.launchOn, today: found.today };
  const { phase, daysToLaunch } = launchStage(found.phases, days, found.gateCount - found.gatesMet);
  const label = found.phases.find(({ key }) => key === phase)?.label;
  return {
    ...found,
    jurisdiction: { id: found.jurisdictionId, name: found.jurisdictionName, stateCode: found.stateCode },
    release: {
      id: found.releaseId,
      version: found.releaseVersion,
      templateId: found.templateId,
      templateKey: found.templateKey,
      templateName: localize(found.templateName, language),
    },
    daysToLaunch,
    phase:
      phase === undefined || label === undefined ? null : { key: phase, label: localize(label, language) },
    readiness: {
      itemCount: found.itemCount,
      doneCount: found.doneCount,
      notApplicableCount: found.notApplicableCount,
      overdueCount: found.overdueCount,
      percentDone: percentDone(found),
      gateCount: found.gateCount,
      gatesMet: found.gatesMet,
      gatesAwaitingSignOff: found.gatesAwaitingSignOff,
      gatesFailing: found.gatesFailing,
    },
  };
}

/** The owner roles of a design in the reader's language, with who fills each. */
export function showOwnerRoles(
  { ownerRoles, owners }: Pick<SiteDesign, "ownerRoles" | "owners">,
  language: Language,
) {
  return ownerRoles.map(({ key, title }) => ({
    key,
    title: localize(title, language),
    owner: owners.find(({ ownerRole }) => ownerRole === key) ?? null,
  }));
}

/** The parts that a site may leave out or change, in the reader's language. */
export function showAdaptableParts(content: ContentParts, language: Language) {
  return adaptableParts(content).map((part) => ({
    ...part,
    title: localize(part.title, language),
    fields: part.fields.map((field) => ({ ...field, value: field.value ?? null })),
  }));
}

/** The core components of a design by name. */
export function showCoreComponents(content: ContentParts, language: Language) {
  return content.coreComponents.map(({ key, name }) => ({ key, name: localize(name, language) }));
}

/** Adaptations in the reader's language; `content` is the release's, where the parts still stand. */
export function showAdaptations(
  adaptations: readonly Adaptation[],
  content: ContentParts,
  language: Language,
) {
  const names = new Map(content.coreComponents.map(({ key, name }) => [key, localize(name, language)]));
  return adaptations.map((adaptation) => {
    const parts: readonly ContentPart[] = content[adaptation.section];
    const part = parts.find(({ key }) => key === adaptation.key);
    const title = part === undefined ? adaptation.key : localize(titleOf(part), language);
    return { ...showAdaptation(adaptation, names), title, id: null, decidedOn: null };
  });
}

/** The adaptations that were decided at a site, in the reader's language. */
export function showKeptAdaptations({ adaptations, coreComponents }: SiteDesign, language: Language) {
  const names = new Map(coreComponents.map(({ key, title }) => [key, localize(title, language)]));
  return adaptations.map((adaptation) => ({
    ...showAdaptation(adaptation, names),
    title: titleOfKept(adaptation, language),
    id: adaptation.id,
    decidedOn: adaptation.decidedOn,
  }));
}

/** As the release calls the part, or, of a part that the site added, as the site does. */
function titleOfKept({ title, change, key, toLocal }: KeptAdaptation, language: Language): string {
  if (title !== null) return localize(title, language);
  return change === "added" ? localize(titleOf(toLocal as ContentPart), language) : key;
}

/** Nothing recorded yet is null, so that the API says it. */
const UNRECORDED = {
  reasonCode: null,
  reason: null,
  decidedBy: null,
  isPlanned: null,
  isConsistent: null,
  steeringDecidedOn: null,
} as const;

function showAdaptation(adaptation: Adaptation, names: ReadonlyMap<string, string>) {
  const said = Object.entries(adaptation).filter(([, value]) => value !== undefined && value !== null);
  return {
    ...UNRECORDED,
    ...(Object.fromEntries(said) as unknown as Adaptation),
    field: adaptation.field ?? null,
    fromValue: adaptation.change === "leftOut" ? null : (adaptation.fromRelease ?? null),
    toValue: adaptation.change === "added" ? null : (adaptation.toLocal ?? null),
    coreComponents: adaptation.coreComponents.map((key) => ({ key, name: names.get(key) ?? key })),
  };
}
