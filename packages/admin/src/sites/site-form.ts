import { z } from "zod";

const optionalText = z.preprocess((value) => value ?? "", z.string().trim());
const words = z.string().trim().min(1, "ui.form.required");
const optionalNumber = z.number("sites.form.number").nullish();

/** What a site does differently, as the form keeps it. */
export const adaptationEntry = z.object({
  section: z.enum([
    "POSITIONS",
    "TRAININGS",
    "PARTNER_ROLES",
    "ACTIVITIES",
    "GOVERNANCE_BODIES",
    "CHECKLIST_ITEMS",
    "GOALS",
  ]),
  key: z.string(),
  title: z.string(),
  change: z.enum(["LEFT_OUT", "CHANGED"]),
  field: z.string().optional(),
  value: z.unknown().optional(),
  reasonCode: z.enum(["LOCAL_LAW", "RESOURCES", "CULTURE", "SITE_CONDITIONS", "OTHER"]),
  reason: z.string(),
  decidedBy: z.enum(["SITE_TEAM", "CITY", "POLICE_COMMAND", "STEERING_COMMITTEE", "RESIDENTS"]).optional(),
  isPlanned: z.boolean().optional(),
  isConsistent: z.boolean().optional(),
  steeringDecidedOn: z.string().optional(),
});

export type AdaptationEntry = z.infer<typeof adaptationEntry>;

export const designSchema = z.object({ jurisdictionId: words, releaseId: words });

export const placeSchema = z.object({
  name: words,
  address: optionalText,
  latitude: optionalNumber,
  longitude: optionalNumber,
  residentPopulation: z
    .number("ui.form.number")
    .int("ui.form.number")
    .nonnegative("ui.form.number")
    .nullish(),
  residentPopulationYear: z.number("ui.form.number").int("ui.form.number").nullish(),
  residentPopulationSource: optionalText,
});

/** The same with what the last step would ask for otherwise: a number of residents needs its year and its source. */
export const askedPlaceSchema = placeSchema.superRefine((place, context) => {
  if (typeof place.residentPopulation !== "number") return;
  const ask = (name: keyof typeof place, code: string) => {
    context.addIssue({ code: "custom", path: [name], message: `sites.finding.${code}` });
  };
  if (typeof place.residentPopulationYear !== "number")
    ask("residentPopulationYear", "SITE_POPULATION_YEAR_MISSING");
  if (place.residentPopulationSource.trim() === "")
    ask("residentPopulationSource", "SITE_POPULATION_SOURCE_MISSING");
});

export const launchSchema = z.object({ launchOn: words });

export const peopleSchema = z.object({
  owners: z.record(z.string(), z.object({ name: optionalText, email: optionalText })),
});

const changesSchema = z.object({
  offeredActivities: z.array(z.string()),
  adaptations: z.array(adaptationEntry),
});

const siteFormSchema = z.object({
  ...designSchema.shape,
  ...placeSchema.shape,
  ...launchSchema.shape,
  ...peopleSchema.shape,
  ...changesSchema.shape,
});

/** Everything that the form asks, as far as it is filled in. */
export type SiteForm = Partial<z.infer<typeof siteFormSchema>>;

/** Reads what was kept of a form; what no longer fits it is left out. */
export function readSiteForm(kept: unknown): SiteForm {
  if (typeof kept !== "object" || kept === null) return {};
  const shape: Record<string, z.ZodType> = siteFormSchema.shape;
  const entries = Object.entries(kept).filter(
    ([name, value]) => shape[name]?.safeParse(value).success === true,
  );
  return Object.fromEntries(entries);
}

/** The form as the API takes it. */
export function toOpenSiteInput(form: SiteForm, draftId: string | undefined) {
  return {
    ...(draftId === undefined ? {} : { draftId }),
    jurisdictionId: form.jurisdictionId ?? "",
    releaseId: form.releaseId ?? "",
    ...toPlaceInput(form),
    launchOn: form.launchOn ?? "",
    owners: toOwnersInput(form),
    offeredActivities: form.offeredActivities ?? [],
    adaptations: (form.adaptations ?? []).map(toAdaptationInput),
  };
}

function toPlaceInput(form: SiteForm) {
  const {
    name,
    address,
    latitude,
    longitude,
    residentPopulation,
    residentPopulationYear,
    residentPopulationSource,
  } = form;
  return {
    name: name ?? "",
    address: orNothing(address),
    latitude,
    longitude,
    residentPopulation,
    residentPopulationYear,
    residentPopulationSource: orNothing(residentPopulationSource),
  };
}

function toOwnersInput(form: SiteForm) {
  return Object.entries(form.owners ?? {})
    .filter(([, { name }]) => name.trim() !== "")
    .map(([ownerRole, { name, email }]) => ({ ownerRole, name, email: orNothing(email) }));
}

/** What was left empty is not said at all. */
function orNothing(typed: string | undefined): string | null {
  return typed === undefined || typed === "" ? null : typed;
}

/** An adaptation as the API takes it: without the name that only the form shows. */
export function toAdaptationInput(entry: AdaptationEntry) {
  const { section, key, change, field, value, reasonCode, reason } = entry;
  const { decidedBy, isPlanned, isConsistent, steeringDecidedOn } = entry;
  const record = { reasonCode, reason, decidedBy, isPlanned, isConsistent, steeringDecidedOn };
  return { section, key, change, ...record, ...(change === "CHANGED" ? { field, value } : {}) };
}
