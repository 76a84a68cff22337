import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { type Indicator, indicatorCatalogueSchema } from "@frontstep/domain/outcomes";

import { composeVariant } from "./compose-release.ts";

/** The catalogue that comes with the product, before it is read by the domain's parsers. */
export interface BuiltInCatalogue {
  readonly indicators: unknown;
  /** Oldest release first, so that each template's newest comes last. */
  readonly releases: readonly unknown[];
}

/** Each section of a release and the file of the source that describes it. */
const SECTION_FILES = {
  ownerRoles: "owner-roles",
  positions: "positions",
  staffingFloors: "staffing-floors",
  trainings: "trainings",
  partnerRoles: "partner-roles",
  activities: "activities",
  governanceBodies: "governance-bodies",
  phases: "phases",
  checklistItems: "checklist-items",
  goals: "goals",
  coreComponents: "core-components",
  adaptationRules: "adaptation-rules",
  guidance: "guidance",
} as const;

interface TemplateHead {
  readonly templates: readonly { readonly key: string; readonly siteKind: string }[];
  readonly releases: readonly string[];
  readonly [field: string]: unknown;
}

/** Reads the indicators and puts every release together from the source that they share. */
export async function readBuiltInCatalogue(folder: string): Promise<BuiltInCatalogue> {
  const source = join(folder, "community-safety-partnership");
  const [indicators, head, ...sections] = await Promise.all([
    readJson(folder, "indicators"),
    readJson(source, "template"),
    ...Object.entries(SECTION_FILES).map(
      async ([section, file]) => [section, await readJson(source, file)] as const,
    ),
  ]);
  const { templates, releases, ...shared } = head as TemplateHead;
  const whole = { ...shared, ...Object.fromEntries(sections) };
  return {
    indicators,
    releases: releases.flatMap((release) =>
      templates.map(({ key, siteKind }) => ({
        ...(composeVariant(whole, { siteKind, release }) as object),
        template: key,
        siteKind,
        release,
      })),
    ),
  };
}

/** The indicators that come with the product, for checks that have no database. */
export async function readBuiltInIndicators(folder: string): Promise<readonly Indicator[]> {
  return indicatorCatalogueSchema.parse(await readJson(folder, "indicators")).indicators;
}

async function readJson(folder: string, name: string): Promise<unknown> {
  return JSON.parse(await readFile(join(folder, `${name}.json`), "utf8")) as unknown;
}
