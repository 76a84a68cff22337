import type { LocalizedText } from "../shared/index.ts";
import { partnerRequirements } from "../partners/index.ts";
import type { ContentPart, ContentParts } from "../templates/index.ts";
import { adaptableSections, type AdaptableSection } from "./adaptation.ts";

/** A field of a part that a site may give another value, and what kind of value it takes. */
export interface AdaptableField {
  readonly name: string;
  readonly kind: "number" | "text" | "choice";
  /** The value now; absent when the part has none. */
  readonly value: unknown;
  /** What may be chosen, for a choice. */
  readonly choices: readonly string[];
  /** Whether changing it touches a core component. */
  readonly isCore: boolean;
}

/** A part of a design that a site may leave out, with the fields of it that it may change. */
export interface AdaptablePart {
  readonly section: AdaptableSection;
  readonly key: string;
  readonly title: LocalizedText;
  /** Whether leaving it out touches a core component: it is core itself, or a launch gate. */
  readonly isCore: boolean;
  readonly isLaunchGate: boolean;
  /** An activity that the template offers and that is not on by default. */
  readonly isOffered: boolean;
  readonly coreComponents: readonly string[];
  readonly fields: readonly AdaptableField[];
}

interface FieldForm {
  readonly name: string;
  readonly kind: AdaptableField["kind"];
  readonly choices?: (content: ContentParts) => readonly string[];
}

const fieldForms: Readonly<Record<AdaptableSection, readonly FieldForm[]>> = {
  positions: [
    { name: "count", kind: "number" },
    { name: "commitmentMonths", kind: "number" },
  ],
  trainings: [
    { name: "hours", kind: "number" },
    { name: "validMonths", kind: "number" },
  ],
  partnerRoles: [{ name: "requirement", kind: "choice", choices: () => partnerRequirements }],
  activities: [{ name: "dose", kind: "text" }],
  governanceBodies: [
    { name: "meets", kind: "text" },
    { name: "members", kind: "text" },
  ],
  checklistItems: [
    { name: "dueOffsetDays", kind: "number" },
    { name: "ownerRole", kind: "choice", choices: (content) => content.ownerRoles.map(({ key }) => key) },
  ],
  goals: [],
};

function fieldsOf(section: AdaptableSection, part: ContentPart, content: ContentParts): AdaptableField[] {
  const values: ReadonlyMap<string, unknown> = new Map(Object.entries(part));
  return fieldForms[section]
    .filter(({ name, kind }) => kind !== "number" || typeof values.get(name) !== "string")
    .map(({ name, kind, choices }) => ({
      name,
      kind,
      value: values.get(name),
      choices: choices?.(content) ?? [],
      isCore: part.core.includes(name),
    }));
}

/** What a part is called, whatever its section names it. */
export function titleOf(part: ContentPart): LocalizedText {
  if ("title" in part) return part.title;
  if ("name" in part) return part.name;
  return "label" in part ? part.label : part.text;
}

function adaptablePart(section: AdaptableSection, part: ContentPart, content: ContentParts): AdaptablePart {
  const isLaunchGate = "isLaunchGate" in part && part.isLaunchGate;
  return {
    section,
    key: part.key,
    title: titleOf(part),
    isCore: part.isCore || isLaunchGate,
    isLaunchGate,
    isOffered: "isOnByDefault" in part && !part.isOnByDefault,
    coreComponents: part.coreComponents,
    fields: fieldsOf(section, part, content),
  };
}

/** Every part of a design that a site may leave out or change, section by section. */
export function adaptableParts(content: ContentParts): AdaptablePart[] {
  return adaptableSections.flatMap((section) =>
    content[section].map((part) => adaptablePart(section, part, content)),
  );
}
