import fc from "fast-check";
import { smallTemplate } from "../templates/content-for-tests.ts";
import {
  checkContent,
  contentSections,
  parsePart,
  parseTemplateContent,
  type ContentPart,
  type ContentParts,
  type ContentSection,
} from "../templates/index.ts";
import { asTaken } from "../sites/index.ts";
import { invariant } from "../shared/index.ts";

/** One edit of an author or of a site; what it hits depends on the content that it meets. */
export interface Edit {
  readonly act: "change" | "remove" | "add" | "move";
  readonly section: number;
  readonly part: number;
  readonly field: number;
  readonly value: number;
}

/** Where edits happen: most of them where sites and releases change most. */
const places: readonly ContentSection[] = [
  ...contentSections,
  ...Array.from({ length: 14 }, () => "checklistItems" as const),
  ...Array.from({ length: 6 }, () => "positions" as const),
  "trainings",
  "trainings",
  "activities",
  "goals",
];

export const anyEdit: fc.Arbitrary<Edit> = fc.record({
  act: fc.constantFrom("change", "change", "change", "remove", "add", "move"),
  section: fc.nat(places.length - 1),
  part: fc.nat(7),
  field: fc.nat(12),
  value: fc.nat(5),
});

/** The same without moves: the order of parts stays. */
export const editThatMovesNothing = anyEdit.filter(({ act }) => act !== "move");

export const edits = (edit: fc.Arbitrary<Edit> = anyEdit) => fc.array(edit, { maxLength: 16, size: "max" });

/** A template of a fair size, whole and without faults, from which histories start. */
export function startingContent(): ContentParts {
  const small = smallTemplate();
  const text = (en: string) => ({ en });
  const parsed = parseTemplateContent({
    ...small,
    trainings: [
      ...small.trainings,
      { key: "YEARLY", name: text("Yearly training"), hours: 16, when: "yearly", validMonths: 12 },
    ],
    activities: [
      ...small.activities,
      {
        key: "A2",
        name: text("Foot beat"),
        tenet: "publicSafety",
        dose: text("6 hours"),
        isOnByDefault: true,
      },
    ],
    checklistItems: [
      ...small.checklistItems,
      ...["B11", "B12", "B13"].map((key, index) => ({
        key,
        phase: "I",
        title: text(key),
        ownerRole: "CL",
        dueOffsetDays: -140 + index,
        evidence: text("Memo"),
        dependsOn: index === 0 ? ["B10"] : ["B10", "B11"],
      })),
    ],
  });
  invariant(parsed.kind === "parsed", JSON.stringify(parsed));
  return asTaken(parsed.content, parsed.content);
}

const values: Readonly<Record<string, readonly unknown[]>> = {
  title: ["Alpha", "Beta", "Gamma", "Delta"].map((en) => ({ en })),
  name: ["Alpha", "Beta", "Gamma", "Delta"].map((en) => ({ en })),
  label: ["Alpha", "Beta", "Gamma"].map((en) => ({ en })),
  note: [undefined, { en: "One" }, { en: "Two" }],
  dose: [{ en: "Daily" }, { en: "Weekly" }],
  meets: [{ en: "Weekly" }, { en: "Monthly" }],
  evidence: [{ en: "File" }, { en: "Photo" }],
  text: [{ en: "One" }, { en: "Two" }],
  count: [1, 2, 6, 8, 12],
  hours: [8, 16, 40],
  commitmentMonths: [undefined, 36, 60],
  dueOffsetDays: [-365, -150, -145, -139, -1, 0, 30],
  ownerRole: ["CL", "SS"],
  phase: ["E", "I", "L"],
  dependsOn: [[], ["B01"], ["B10"], ["B10", "B11"], ["B12"]],
  requiredTrainings: [[], ["CORE"], ["YEARLY"], ["CORE", "YEARLY"]],
  isLaunchGate: [true, false],
  requirement: ["required", "optional"],
  weight: [1, 2, 3],
  seats: [4, 6],
};

function pick<T>(list: readonly T[], index: number): T | undefined {
  return list[index % Math.max(1, list.length)];
}

function changed(
  section: ContentSection,
  part: ContentPart,
  { field, value }: Edit,
): ContentPart | undefined {
  const names = Object.keys(values).filter((name) => name in part || name === "note");
  const name = pick(names, field);
  if (name === undefined) return undefined;
  const wanted = Object.fromEntries(
    Object.entries({ ...part, [name]: pick(values[name] ?? [], value) }).filter(
      ([, held]) => held !== undefined,
    ),
  );
  const parsed = parsePart(section, wanted);
  return parsed.kind === "parsed" ? parsed.part : undefined;
}

function edited(parts: readonly ContentPart[], section: ContentSection, edit: Edit): readonly ContentPart[] {
  const part = pick(parts, edit.part);
  if (part === undefined) return parts;
  const others = parts.filter(({ key }) => key !== part.key);
  if (edit.act === "remove") return others;
  if (edit.act === "change") {
    const next = changed(section, part, edit);
    return parts.map((held) => (held.key === part.key ? (next ?? held) : held));
  }
  const at = edit.value % (parts.length + 1);
  if (edit.act === "move") return [...others.slice(0, at), part, ...others.slice(at)];
  const key = `NEW${String(edit.field % 4)}`;
  if (parts.some((held) => held.key === key)) return parts;
  const copy = { ...part, key, ...("isOnByDefault" in part ? { isOnByDefault: true } : {}) };
  const added = changed(section, copy, edit) ?? copy;
  return [...parts.slice(0, at), added, ...parts.slice(at)];
}

function isValid(content: ContentParts): boolean {
  return checkContent(content, []).every(({ severity }) => severity !== "error");
}

/** A content after a history of edits; an edit that would make it invalid is not made. */
export function after(content: ContentParts, history: readonly Edit[]): ContentParts {
  return history.reduce((held, edit) => {
    const section = pick(places, edit.section) ?? "guidance";
    const next = { ...held, [section]: edited(held[section], section, edit) };
    const taken = asTaken(next, next);
    return isValid(taken) ? taken : held;
  }, content);
}
