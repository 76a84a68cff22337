import type { TextOf } from "#admin/i18n/use-text.ts";
import type { Wording } from "./people-sections.ts";
import type { ReleaseContent } from "./template-content-fragment.ts";
import { commonOf, dayInWords, factsOf, type PartFact, type TemplatePart } from "./template-part.ts";

/** Who does the items of the checklist. */
export function ownerRoleParts(
  { ownerRoles, checklistItems }: ReleaseContent,
  { text }: Wording,
): TemplatePart[] {
  return ownerRoles.map((role) => {
    const count = checklistItems.filter(({ ownerRole }) => ownerRole === role.key).length;
    return {
      ...commonOf(role),
      title: role.title,
      facts: factsOf([[text("templates.fact.owns"), text("templates.items", { count })]]),
    };
  });
}

/** The stretches of the way. */
export function phaseParts({ phases, checklistItems }: ReleaseContent, { text }: Wording): TemplatePart[] {
  return phases.map((phase) => {
    const count = checklistItems.filter((item) => item.phase === phase.key).length;
    return {
      ...commonOf(phase),
      title: phase.label,
      facts: factsOf([
        [text("templates.fact.from"), dayInWords(phase.fromDay, text)],
        [text("templates.fact.to"), dayInWords(phase.toDay, text)],
        [text("templates.fact.stage"), phase.implementationStage],
        [text("templates.fact.checklist"), text("templates.items", { count })],
      ]),
    };
  });
}

/** What is to be done on the way to launch and after, by phase. */
export function checklistParts(
  { checklistItems, phases, ownerRoles }: ReleaseContent,
  { text, intl }: Wording,
): TemplatePart[] {
  const labels = new Map(phases.map(({ key, label }) => [key, label]));
  const order = phases.map(({ key }) => key);
  const owners = new Map(ownerRoles.map(({ key, title }) => [key, title]));
  const inOrder = checklistItems.toSorted(
    (left, right) =>
      order.indexOf(left.phase) - order.indexOf(right.phase) || left.dueOffsetDays - right.dueOffsetDays,
  );
  return inOrder.map((item) => ({
    ...commonOf(item),
    title: item.title,
    isGate: item.isLaunchGate,
    group: labels.get(item.phase) ?? item.phase,
    facts: factsOf([
      [text("templates.fact.due"), dayInWords(item.dueOffsetDays, text)],
      [text("templates.fact.owner"), owners.get(item.ownerRole) ?? item.ownerRole],
      [text("templates.fact.evidence"), item.evidence],
      [text("templates.fact.after"), item.dependsOn.length > 0 ? intl.formatList(item.dependsOn) : null],
    ]),
  }));
}

type Goal = ReleaseContent["goals"][number];

/** The values sought, by when. */
export function goalParts({ goals, activities }: ReleaseContent, { text }: Wording): TemplatePart[] {
  const names = new Map(activities.map(({ key, name }) => [key, name]));
  return goals.map((goal) => ({
    ...commonOf(goal),
    title: goal.title,
    group: text(`templates.goalKind.${goal.kind}`),
    facts: [
      ...goal.targets.map((target) => targetFact(target, text)),
      ...factsOf([
        [text("templates.fact.baseline"), baselineInWords(goal, text)],
        [
          text("templates.fact.onlyWith"),
          goal.onlyWithActivity ? (names.get(goal.onlyWithActivity) ?? null) : null,
        ],
      ]),
    ],
  }));
}

function targetFact(target: Goal["targets"][number], text: TextOf): PartFact {
  const { kind, indicator, indicatorName, unit, amount, of, byMonth, every, pooledMonths, note } = target;
  const sought = text(`templates.target.${kind}`, { amount, unit, of, pooledMonths: pooledMonths ?? 0 });
  const until = text(every ? `templates.every.${every}` : "templates.byMonth", { month: byMonth });
  return {
    term: indicatorName === null ? indicator : `${indicatorName} (${indicator})`,
    value: [`${sought}, ${until}`, note].filter(Boolean).join(". "),
    to: `/indicators/${indicator}`,
  };
}

function baselineInWords({ baselineWindow }: Goal, text: TextOf): string | null {
  if (baselineWindow.kind === "none") return null;
  if (baselineWindow.kind === "checklistItem")
    return text("templates.baseline.item", { item: baselineWindow.item });
  const from = dayInWords(baselineWindow.fromDay ?? 0, text);
  const until = dayInWords(baselineWindow.toDay ?? 0, text);
  return text(`templates.baseline.${baselineWindow.by ?? "whole"}`, { from, until });
}

/** What may not be adapted without loss of fidelity. */
export function coreComponentParts(
  { coreComponents }: ReleaseContent,
  { text, intl }: Wording,
): TemplatePart[] {
  return coreComponents.map((component) => ({
    ...commonOf(component),
    title: component.name,
    isCore: true,
    group: text(component.isEssential ? "templates.essential" : "templates.notEssential"),
    facts: factsOf([
      [text("templates.fact.weight"), intl.formatNumber(component.weight)],
      [text("templates.fact.full"), component.looksLike.full],
      [text("templates.fact.partly"), component.looksLike.partly],
      [text("templates.fact.none"), component.looksLike.none],
    ]),
  }));
}

/** What may be changed freely, and what needs a decision first. */
export function adaptationRuleParts({ adaptationRules }: ReleaseContent, { text }: Wording): TemplatePart[] {
  return adaptationRules.map((rule) => ({
    ...commonOf(rule),
    title: rule.text,
    group: text(`templates.decision.${rule.decision}`),
    facts: [],
  }));
}

/** What a reader should know besides. */
export function guidanceParts({ guidance }: ReleaseContent): TemplatePart[] {
  return guidance.map((piece) => ({ ...commonOf(piece), title: piece.title, note: piece.text, facts: [] }));
}
