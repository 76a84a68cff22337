import type { ContentSection } from "./content-section.ts";
import { partJsonSchema } from "./parse-part.ts";

/**
 * What a person enters in a field.
 * - `text`, `texts`: words in English and Spanish, one or a list of them.
 * - `key`, `keys`: another part, or several, of the section that `refersTo` names.
 * - `fields`: names of fields of the part itself.
 * - `seats`: a number, or work bought by contract.
 * - `targets`, `baselineWindow`, `measure`, `looksLike`: as docs/data-formats.md describes them.
 */
export type PartFieldKind =
  | "text"
  | "texts"
  | "number"
  | "integer"
  | "flag"
  | "choice"
  | "key"
  | "keys"
  | "fields"
  | "seats"
  | "targets"
  | "baselineWindow"
  | "measure"
  | "looksLike";

/** One field of the form in which a part is written. */
export interface PartField {
  readonly name: string;
  readonly kind: PartFieldKind;
  readonly isRequired: boolean;
  /** The words that a choice allows; empty for other kinds. */
  readonly choices: readonly string[];
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  readonly refersTo: ContentSection | undefined;
}

interface Schema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
}

const refersTo: Readonly<Record<string, ContentSection>> = {
  requiredTrainings: "trainings",
  positions: "positions",
  coreComponents: "coreComponents",
  phase: "phases",
  ownerRole: "ownerRoles",
  dependsOn: "checklistItems",
  onlyWithActivity: "activities",
};

/** Fields with a form of their own. */
const ownKinds: Readonly<Record<string, PartFieldKind>> = {
  core: "fields",
  targets: "targets",
  baselineWindow: "baselineWindow",
  measure: "measure",
  looksLike: "looksLike",
  count: "seats",
};

/** What is changed by renaming alone. */
const fixed = new Set(["key", "was"]);

function kindOf(name: string, schema: Schema): PartFieldKind {
  const own = ownKinds[name];
  if (own !== undefined) return own;
  if (schema.enum !== undefined) return "choice";
  if (schema.type === "boolean") return "flag";
  if (schema.type === "integer") return "integer";
  if (schema.type === "number") return "number";
  if (schema.type === "array") return schema.items?.type === "object" ? "texts" : "keys";
  return schema.type === "string" ? "key" : "text";
}

/** The fields in which the parts of a section are written, in the order of the format; its key is not among them. */
export function partForm(section: ContentSection): PartField[] {
  const { properties = {}, required = [] } = partJsonSchema(section) as Schema;
  return Object.entries(properties)
    .filter(([name]) => !fixed.has(name))
    .map(([name, schema]) => ({
      name,
      kind: kindOf(name, schema),
      isRequired: required.includes(name),
      choices: schema.enum ?? [],
      minimum: schema.minimum ?? schema.exclusiveMinimum,
      maximum: schema.maximum,
      refersTo: refersTo[name],
    }));
}
