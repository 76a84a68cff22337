import type { IntlShape } from "react-intl";
import type { TextOf } from "#admin/i18n/use-text.ts";
import type { ReleaseContent } from "./template-content-fragment.ts";
import { commonOf, factsOf, type TemplatePart } from "./template-part.ts";

/** What turns values into words in the reader's language. */
export interface Wording {
  readonly text: TextOf;
  readonly intl: IntlShape;
}

/** The seats that the roster calls for. */
export function positionParts(
  { positions, trainings }: ReleaseContent,
  { text, intl }: Wording,
): TemplatePart[] {
  const names = new Map(trainings.map(({ key, name }) => [key, name]));
  return positions.map((position) => ({
    ...commonOf(position),
    title: position.title,
    facts: factsOf([
      [text("templates.fact.seats"), seatsInWords(position.seats, { text, intl })],
      [text("templates.fact.rank"), position.rank],
      [text("templates.fact.employer"), text(`templates.employer.${position.employer}`)],
      [text("templates.fact.commitment"), commitmentInWords(position, text)],
      [
        text("templates.fact.trainings"),
        intl.formatList(position.requiredTrainings.map((key) => names.get(key) ?? key)),
      ],
    ]),
  }));
}

function seatsInWords(seats: number | null | undefined, { text, intl }: Wording): string {
  if (seats === null || seats === undefined) return text("templates.seats.contract");
  return Number.isInteger(seats) ? intl.formatNumber(seats) : text("templates.seats.shared", { seats });
}

function commitmentInWords(position: ReleaseContent["positions"][number], text: TextOf): string | null {
  const months = position.commitmentMonths;
  const length = months
    ? text(months % 12 === 0 ? "templates.years" : "templates.months", {
        count: months % 12 === 0 ? months / 12 : months,
      })
    : null;
  return [length, position.commitmentNote].filter(Boolean).join(". ") || null;
}

/** The fewest seats before core components are touched. */
export function staffingFloorParts(
  { staffingFloors, positions }: ReleaseContent,
  { text, intl }: Wording,
): TemplatePart[] {
  const titles = new Map(positions.map(({ key, title }) => [key, title]));
  return staffingFloors.map((floor) => ({
    ...commonOf(floor),
    title: floor.name,
    facts: factsOf([
      [text("templates.fact.fewestSeats"), intl.formatNumber(floor.seats)],
      [
        text("templates.fact.positions"),
        intl.formatList(floor.positions.map((key) => titles.get(key) ?? key)),
      ],
    ]),
  }));
}

/** The trainings that positions require. */
export function trainingParts({ trainings }: ReleaseContent, { text }: Wording): TemplatePart[] {
  return trainings.map((training) => ({
    ...commonOf(training),
    title: training.name,
    outline: training.outline,
    facts: factsOf([
      [
        text("templates.fact.hours"),
        training.hours ? text("templates.hours", { count: training.hours }) : null,
      ],
      [text("templates.fact.when"), text(`templates.when.${training.when}`)],
      [
        text("templates.fact.validFor"),
        training.validMonths ? text("templates.months", { count: training.validMonths }) : null,
      ],
    ]),
  }));
}

/** What organizations do for a site. */
export function partnerRoleParts({ partnerRoles }: ReleaseContent, { text }: Wording): TemplatePart[] {
  return partnerRoles.map((role) => ({
    ...commonOf(role),
    title: role.title,
    group: text(`templates.requirement.${role.requirement}`),
    facts: factsOf([
      [text("templates.fact.typicalHolder"), role.typicalHolder],
      [text("templates.fact.brings"), role.deliverable],
    ]),
  }));
}

/** What a site does with residents again and again. */
export function activityParts({ activities }: ReleaseContent, { text }: Wording): TemplatePart[] {
  return activities.map((activity) => ({
    ...commonOf(activity),
    title: activity.name,
    group: text(`templates.tenet.${activity.tenet}`),
    facts: factsOf([
      [text("templates.fact.dose"), activity.dose],
      [text("templates.fact.start"), text(activity.isOnByDefault ? "templates.on" : "templates.offered")],
    ]),
  }));
}

/** The groups that decide or advise. */
export function governanceParts({ governanceBodies }: ReleaseContent, { text }: Wording): TemplatePart[] {
  return governanceBodies.map((body) => ({
    ...commonOf(body),
    title: body.name,
    facts: factsOf([
      [text("templates.fact.members"), body.members],
      [text("templates.fact.meets"), body.meets],
      [text("templates.fact.powers"), body.powers],
    ]),
  }));
}
