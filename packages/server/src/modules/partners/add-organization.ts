import { areProbablyOne, checkOrganization, type OrganizationProfile } from "@frontstep/domain/partners";
import type { Finding } from "@frontstep/domain/shared";

import { authorize, type RequestContext } from "#server/context.ts";
import { ownJurisdiction } from "#server/own-jurisdiction.ts";
import { newId, write } from "#server/persistence/write.ts";

import { findAlike, insertOrganization, type Organization } from "./organization.store.ts";

/** What a person may say of an organization. */
export interface OrganizationDescription {
  readonly legalName: string;
  readonly publicName: string;
  readonly formerNames?: readonly string[] | null;
  readonly website?: string | null;
  readonly contactEmail?: string | null;
}

export interface AddOrganization extends OrganizationDescription {
  /**
   * The city that records it, and keeps the record until the organization's own people sign in; the
   * actor's own unless said.
   */
  readonly jurisdictionId?: string | null;
  /** The site for which a site coordinator adds it. */
  readonly siteId?: string | null;
  /** Said after looking at the organizations with a similar name. */
  readonly isAnotherOrganization?: boolean | null;
  readonly idempotencyKey?: string | null;
}

export type AddOrganizationOutcome =
  | { readonly kind: "added"; readonly organization: Organization }
  | { readonly kind: "maybeKnown"; readonly organizations: readonly Organization[] }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** Records an organization for all cities, after asking whether it is one already known. */
export async function addOrganization(
  ctx: RequestContext,
  input: AddOrganization,
): Promise<AddOrganizationOutcome> {
  const jurisdictionId = input.jurisdictionId ?? ownJurisdiction(ctx);
  const siteId = input.siteId ?? undefined;
  authorize(ctx, "partner.manage", { jurisdictionId, siteId });
  const profile = profileOf(input);
  const findings = checkOrganization(profile);
  if (findings.length > 0) return { kind: "refused", findings };
  const change = { useCase: "addOrganization", jurisdictionId, siteId, input };
  return await write<AddOrganizationOutcome>(ctx, change, async (tx) => {
    const alike = input.isAnotherOrganization
      ? []
      : await findAlike(tx.database, [profile.publicName, profile.legalName, ...profile.formerNames]);
    const organizations = alike.filter((known) => areProbablyOne(known, profile));
    if (organizations.length > 0) return { kind: "maybeKnown", organizations };
    const organization = {
      ...profile,
      id: newId(),
      createdByJurisdictionId: jurisdictionId,
      isClaimed: false,
      revision: 1,
    };
    await insertOrganization(tx.database, organization);
    await tx.summarize({ organization: profile.publicName });
    return { kind: "added", organization };
  });
}

/** A profile without stray spaces and empty lines. */
export function profileOf(described: OrganizationDescription): OrganizationProfile {
  const line = (text: string) =>
    text
      .normalize("NFC")
      .trim()
      .replace(/\s{2,}/g, " ");
  const optional = (text: string | null | undefined) => (text?.trim() ? text.trim() : null);
  return {
    legalName: line(described.legalName),
    publicName: line(described.publicName),
    formerNames: [...new Set((described.formerNames ?? []).map(line).filter((name) => name !== ""))],
    website: optional(described.website),
    contactEmail: optional(described.contactEmail),
  };
}
