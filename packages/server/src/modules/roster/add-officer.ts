import { checkOfficer } from "@frontstep/domain/roster";
import type { Finding } from "@frontstep/domain/shared";

import { authorize, type RequestContext } from "#server/context.ts";
import { ownJurisdiction } from "#server/own-jurisdiction.ts";
import { newId, write } from "#server/persistence/write.ts";

import { findNamesakes, insertOfficer, type Officer } from "./officer.store.ts";
import { type DescribedOfficer, describeOfficers } from "./roster.reads.ts";

/** What a person may say of an officer; nothing else is kept. */
export interface OfficerDescription {
  readonly name: string;
  readonly rank: string;
  readonly languages: readonly string[];
}

export interface AddOfficer extends OfficerDescription {
  /** The actor's own city unless said. */
  readonly jurisdictionId?: string | null;
  /** The site for which the officer is added, when a site's coordinator does it. */
  readonly siteId?: string | null;
  /** Said after looking at the officers of the same name. */
  readonly isAnotherPerson?: boolean | null;
  readonly idempotencyKey?: string | null;
}

export type AddOfficerOutcome =
  | { readonly kind: "added"; readonly officer: DescribedOfficer }
  | { readonly kind: "maybeKnown"; readonly officers: readonly DescribedOfficer[] }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** Adds a person to a city's roster, after asking whether somebody of that name is the same person. */
export async function addOfficer(ctx: RequestContext, input: AddOfficer): Promise<AddOfficerOutcome> {
  const { siteId } = input;
  const jurisdictionId = input.jurisdictionId ?? ownJurisdiction(ctx);
  authorize(ctx, "roster.manage", { jurisdictionId, siteId: siteId ?? undefined });
  const described = tidied(input);
  const findings = checkOfficer(described);
  if (findings.length > 0) return { kind: "refused", findings };
  const change = { useCase: "addOfficer", jurisdictionId, siteId: siteId ?? undefined, input };
  return await write<AddOfficerOutcome>(ctx, change, async (tx) => {
    const inside = { ...ctx, database: tx.database };
    const namesakes = input.isAnotherPerson
      ? []
      : await findNamesakes(tx.database, jurisdictionId, described.name);
    if (namesakes.length > 0) {
      return { kind: "maybeKnown", officers: await describeOfficers(inside, jurisdictionId, namesakes) };
    }
    const officer: Officer = { ...described, jurisdictionId, id: newId(), isPublished: false, revision: 1 };
    await insertOfficer(tx.database, officer);
    return { kind: "added", officer: { ...officer, assignments: [], completions: [] } };
  });
}

/** A description without stray spaces and with each language once. */
export function tidied({ name, rank, languages }: OfficerDescription): OfficerDescription {
  const line = (text: string) => text.normalize("NFC").trim().replace(/ {2,}/g, " ");
  return { name: line(name), rank: line(rank), languages: [...new Set(languages)].sort() };
}
