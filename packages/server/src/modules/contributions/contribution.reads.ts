import { changeName } from "@frontstep/domain/contributions";
import { localize } from "@frontstep/domain/shared";

import { authorize, type RequestContext, requireActor } from "#server/context.ts";
import { findContents, type ValueWriter, valueWriter } from "#server/modules/upgrades/index.ts";

import {
  type AlikeRow,
  type Contribution,
  countSites,
  listAlike,
  listOfSite,
  listOpen,
  listTemplates,
  type NamedTemplate,
  nameJurisdictions,
} from "./contribution.store.ts";

/** What a city has proposed for a site, latest first. */
export async function proposalsOfSite(ctx: RequestContext, siteId: string): Promise<Contribution[]> {
  requireActor(ctx);
  return ctx.hat === "city" ? await listOfSite(ctx.database, siteId) : [];
}

/** The open proposals of the templates that one answers for: each change once, with who proposes it. */
export async function proposals(ctx: RequestContext) {
  authorize(ctx, "proposal.answer", "anywhere");
  const open = await listOpen(ctx.database);
  if (open.length === 0) return [];
  const byTemplate = Map.groupBy(open, ({ templateId }) => templateId);
  const [templates, cities, contents] = await Promise.all([
    listTemplates(ctx.database, [...byTemplate.keys()]),
    nameJurisdictions(ctx.database, [...new Set(open.map(({ jurisdictionId }) => jurisdictionId))]),
    findContents(ctx.database, [...new Set(open.map(({ releaseId }) => releaseId))]),
  ]);
  const writer = valueWriter(ctx.language, [...contents.values()]);
  const groups = await Promise.all(
    templates.map((template) =>
      groupsOf(ctx, template, { open: byTemplate.get(template.id) ?? [], cities, writer }),
    ),
  );
  return groups.flat().sort((left, right) => right.siteCount - left.siteCount);
}

interface Material {
  readonly open: readonly Contribution[];
  readonly cities: ReadonlyMap<string, string>;
  readonly writer: ValueWriter;
}

async function groupsOf(ctx: RequestContext, template: NamedTemplate, { open, cities, writer }: Material) {
  const [alike, siteTotal] = await Promise.all([
    listAlike(ctx.database, template.id),
    countSites(ctx.database, template.id),
  ]);
  const made = Map.groupBy(alike, nameOfAlike);
  return [...Map.groupBy(open, nameOfProposal)].flatMap(([name, members]) => {
    const [first] = members;
    if (first === undefined) return [];
    const sites = made.get(name) ?? [];
    return [
      {
        name,
        templateKey: template.key,
        templateName: localize(template.name, ctx.language),
        ...inWords(first, writer),
        siteCount: sites.reduce((sum, { siteCount }) => sum + siteCount, 0),
        siteTotal,
        reasons: countReasons(sites),
        proposals: members.map((member) => ({
          ...member,
          jurisdictionName: cities.get(member.jurisdictionId) ?? "",
        })),
      },
    ];
  });
}

/** Names the change that is proposed, as others name the same one. */
export function nameOfProposal({ section, key, field, change, toLocal }: Contribution): string {
  return changeName({ section, key, field, change, value: toLocal });
}

function nameOfAlike({ section, key, field, change, toLocal }: AlikeRow): string {
  return changeName({ section, key, field, change, value: toLocal });
}

function inWords({ section, key, field, change, fromRelease, toLocal }: Contribution, writer: ValueWriter) {
  const name = field ?? undefined;
  const whole = change === "added" ? toLocal : fromRelease;
  return {
    section,
    key,
    change,
    field,
    title: change === "added" ? (writer.value(undefined, whole) ?? key) : writer.title(section, key),
    fieldLabel: writer.field(name),
    before: field === null ? null : writer.value(name, fromRelease),
    after: field === null ? null : writer.value(name, toLocal),
  };
}

function countReasons(rows: readonly AlikeRow[]) {
  const counts = Map.groupBy(
    rows.flatMap(({ reasonCodes }) => reasonCodes),
    (code) => code,
  );
  return [...counts].map(([reasonCode, members]) => ({ reasonCode, count: members.length }));
}
