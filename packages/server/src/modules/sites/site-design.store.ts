import type { Hat } from "@frontstep/domain/access";
import type { LocalizedText, PlainDate } from "@frontstep/domain/shared";
import type { Adaptation } from "@frontstep/domain/sites";

import type { Reader } from "#server/persistence/database.ts";
import { Prisma } from "#server/persistence/generated/client.ts";

import type { SiteOwner } from "./site.store.ts";

/** Something of a design that has a name. */
interface NamedPart {
  readonly key: string;
  readonly title: LocalizedText;
}

/** An adaptation as it was decided at a site, with what the part is called in the release. */
export interface KeptAdaptation extends Adaptation {
  readonly id: string;
  readonly decidedOn: PlainDate;
  /** Null when the release has no such part. */
  readonly title: LocalizedText | null;
}

/** What of a site's design its own page shows, read in one statement without the rest of the content. */
export interface SiteDesign {
  readonly ownerRoles: readonly NamedPart[];
  readonly coreComponents: readonly NamedPart[];
  readonly owners: readonly SiteOwner[];
  readonly adaptations: readonly KeptAdaptation[];
}

const owners = Prisma.sql`coalesce((
  select jsonb_agg(jsonb_build_object('ownerRole', w.owner_role_key, 'name', w.name, 'email', w.email) order by w.owner_role_key)
  from site_owner w where w.jurisdiction_id = s.jurisdiction_id and w.site_id = s.id), '[]')`;

const adaptations = Prisma.sql`coalesce((
  select jsonb_agg(jsonb_build_object(
    'id', a.id, 'section', a.part_kind, 'key', a.part_key, 'change', a.change, 'field', a.field,
    'fromRelease', a.from_release, 'toLocal', a.to_local, 'touchesCore', a.touches_core,
    'coreComponents', a.core_components, 'reasonCode', a.reason_code, 'reason', a.reason, 'decidedOn', a.decided_on,
    'decidedBy', a.decided_by, 'isPlanned', a.is_planned, 'isConsistent', a.is_consistent, 'steeringDecidedOn', a.steering_decided_on,
    'title', (
      select coalesce(p -> 'title', p -> 'name', p -> 'label', p -> 'text')
      from release r, jsonb_array_elements(r.content -> a.part_kind) p
      where r.id = s.release_id and p ->> 'key' = a.part_key)
    ) order by a.decided_on desc, a.id)
  from adaptation a where a.jurisdiction_id = s.jurisdiction_id and a.site_id = s.id), '[]')`;

const nothing = Prisma.sql`'[]'::jsonb`;

/** Whose name stands in a design is for those who work there; why it differs is for them and for the state. */
function designColumn(hat: Hat | null): Prisma.Sql {
  return Prisma.sql`
    jsonb_build_object(
      'ownerRoles', s.outline -> 'ownerRoles',
      'coreComponents', s.outline -> 'coreComponents',
      'owners', ${hat === "city" ? owners : nothing},
      'adaptations', ${hat === "city" || hat === "state" ? adaptations : nothing}) as "design"`;
}

/** What a statement adds to the columns of the site that it calls `s`, to have its design with them. */
export function withDesign(hat: Hat | null): Prisma.Sql {
  return Prisma.sql`, ${designColumn(hat)}`;
}

/** The design of one site; null when there is none that one may see. */
export async function findSiteDesign(
  database: Reader,
  { siteId, hat }: { readonly siteId: string; readonly hat: Hat | null },
): Promise<SiteDesign | null> {
  const rows = await database.$queryRaw<
    { design: SiteDesign }[]
  >`select ${designColumn(hat)} from site s where s.id = ${siteId}::uuid`;
  return rows[0]?.design ?? null;
}
