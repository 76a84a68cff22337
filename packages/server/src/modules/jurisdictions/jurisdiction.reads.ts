import { authorize, type RequestContext } from "#server/context.ts";
import { type Page, pageRequest, toPage } from "#server/paging.ts";
import { notFound, Refusal } from "#server/refusal.ts";

import {
  findJurisdiction,
  type Jurisdiction,
  type JurisdictionFilter,
  listJurisdictions,
} from "./jurisdiction.store.ts";

/** A part of the directory, by name. */
export async function jurisdictions(
  ctx: RequestContext,
  filter: JurisdictionFilter,
  page: { first?: number | null; after?: string | null },
): Promise<Page<Jurisdiction>> {
  authorize(ctx, "jurisdiction.read", "anywhere");
  const request = pageRequest(page);
  const found = await listJurisdictions(ctx.database, filter, request);
  return toPage(request, found, ({ name, id }) => [name, id]);
}

/** One jurisdiction of the directory; null when there is none. */
export async function jurisdiction(ctx: RequestContext, id: string): Promise<Jurisdiction | null> {
  authorize(ctx, "jurisdiction.read", "anywhere");
  return await findJurisdiction(ctx.database, id);
}

/** One jurisdiction of the directory, refused when there is none. */
export async function requireJurisdiction(ctx: RequestContext, id: string): Promise<Jurisdiction> {
  const found = await findJurisdiction(ctx.database, id);
  if (found === null) throw notFound("jurisdiction");
  return found;
}

/** The jurisdiction with this identifier of nine characters; null when the directory has none. */
export async function jurisdictionByOri(ctx: RequestContext, ori: string): Promise<Jurisdiction | null> {
  const { edges } = await jurisdictions(ctx, { search: ori }, { first: 2 });
  return edges.map(({ node }) => node).find((each) => each.ori === ori.toUpperCase()) ?? null;
}

/** The same, refused when the directory has none. */
export async function findJurisdictionByOri(ctx: RequestContext, ori: string): Promise<Jurisdiction> {
  const found = await jurisdictionByOri(ctx, ori);
  if (!found) throw new Refusal("NOT_FOUND", `The directory has no jurisdiction with the identifier ${ori}.`);
  return found;
}
