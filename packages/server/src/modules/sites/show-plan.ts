import { slotsOf } from "@frontstep/domain/roster";
import { type Language, localize, type LocalizedText } from "@frontstep/domain/shared";
import { type Consequence, titleOf } from "@frontstep/domain/sites";
import type { ContentPart, ContentParts } from "@frontstep/domain/templates";

import type { PlannedSite } from "./plan-site.ts";
import { showAdaptations } from "./show-site.ts";

type Say = (text: LocalizedText) => string;

function titles(parts: readonly ContentPart[], say: Say): ReadonlyMap<string, string> {
  return new Map(parts.map((part) => [part.key, say(titleOf(part))]));
}

function showChecklist({ plan, input }: PlannedSite, say: Say) {
  const { content } = plan;
  const phases = titles(content.phases, say);
  const roles = titles(content.ownerRoles, say);
  const owners = new Map((input.owners ?? []).map(({ ownerRole, name }) => [ownerRole, name]));
  const dates = new Map(plan.checklist.map(({ key, dueOn }) => [key, dueOn]));
  return content.checklistItems
    .map((item) => ({
      key: item.key,
      title: say(item.title),
      phase: phases.get(item.phase) ?? item.phase,
      ownerRole: roles.get(item.ownerRole) ?? item.ownerRole,
      ownerName: owners.get(item.ownerRole) ?? null,
      dueOn: dates.get(item.key) ?? "",
      isLaunchGate: item.isLaunchGate,
    }))
    .sort((left, right) => left.dueOn.localeCompare(right.dueOn));
}

function showParts(content: ContentParts, say: Say) {
  return {
    positions: content.positions.map((position) => ({
      key: position.key,
      title: say(position.title),
      slotCount: slotsOf(position),
      seatCount: position.count === "contract" ? null : position.count,
      isPartnerEmployed: position.employer === "partner",
    })),
    partnerRoles: content.partnerRoles.map(({ key, title, requirement }) => ({
      key,
      title: say(title),
      detail: requirement,
    })),
    activities: content.activities.map(({ key, name, dose }) => ({
      key,
      title: say(name),
      detail: say(dose),
    })),
    governanceBodies: content.governanceBodies.map(({ key, name, meets }) => ({
      key,
      title: say(name),
      detail: say(meets),
    })),
    goals: content.goals.map(({ key, title, kind }) => ({ key, title: say(title), detail: kind })),
  };
}

function showConsequences(consequences: readonly Consequence[], release: ContentParts, say: Say) {
  const sections = [
    release.positions,
    release.trainings,
    release.activities,
    release.checklistItems,
    release.goals,
    release.staffingFloors,
  ];
  const names = new Map(sections.flatMap((parts) => [...titles(parts, say)]));
  return consequences.map(({ key, kind, because }) => ({
    title: names.get(key) ?? key,
    isDropped: kind === "dropped",
    because: names.get(because) ?? because,
  }));
}

/** What opening a site would make, in the reader's language. */
export function showPlan(planned: PlannedSite, language: Language) {
  const say: Say = (text) => localize(text, language);
  const { plan, release, canOpen, findings } = planned;
  return {
    canOpen,
    findings,
    checklist: showChecklist(planned, say),
    ...showParts(plan.content, say),
    adaptations: showAdaptations(plan.adaptations, release.content, language),
    consequences: showConsequences(plan.consequences, release.content, say),
  };
}
