import { randomBytes } from "node:crypto";

import { chooseHat, type Membership } from "@frontstep/domain/access";

import type { RequestContext, Via } from "./context.ts";
import type { Databases } from "./persistence/database.ts";
import { readingAs, requestContext } from "./request-context.ts";

/** Work that no session stands behind: what the server does by itself, and what its operator types. */
export interface Job {
  /** Who the record names: "Frontstep", or the operator at the command line. */
  readonly actorName: string;
  /** The one role under which the work is done; there is no role that reaches everything. */
  readonly membership: Membership;
  readonly via: Via;
}

/** Whom the record shows where no account acted. */
const NO_ACCOUNT = "00000000-0000-0000-0000-000000000000";

/**
 * Does work under a grant of its own, made for this one job and one place, and removed with it.
 * Both walls stand as they do for a person: the role's permissions, and the rows of its place.
 */
export async function asJob<T>(
  databases: Databases,
  job: Job,
  act: (ctx: RequestContext) => Promise<T>,
): Promise<T> {
  const token = randomBytes(32).toString("hex");
  const auth = databases.byRole.app_auth;
  const { jurisdictions, siteJurisdictions, sites, organizations, states } = reachOf(job.membership);
  await auth.$executeRaw`
    insert into sec.grant_ctx (token, account_id, hat, tenants, writable_tenants, site_jurisdictions, sites, organizations, states, expires)
    values (${token}, ${NO_ACCOUNT}::uuid, 'job', ${jurisdictions}::uuid[], ${jurisdictions}::uuid[],
      ${siteJurisdictions}::uuid[], ${sites}::uuid[], ${organizations}::uuid[], ${states}::text[], now() + interval '6 hours')`;
  const ctx = requestContext({
    databases,
    signedIn: {
      actor: { accountId: NO_ACCOUNT, name: job.actorName, email: "", memberships: [job.membership] },
      sessionId: null,
      hat: chooseHat([job.membership]),
      token,
    },
    via: job.via,
    requestId: token.slice(0, 12),
  });
  try {
    return await readingAs(ctx, () => act(ctx));
  } finally {
    await auth.$executeRaw`delete from sec.grant_ctx where token = ${token}`;
  }
}

interface Reach {
  readonly jurisdictions: readonly string[];
  readonly siteJurisdictions: readonly string[];
  readonly sites: readonly string[];
  readonly organizations: readonly string[];
  readonly states: readonly string[];
}

function reachOf({ scope }: Membership): Reach {
  return {
    jurisdictions: scope.kind === "jurisdiction" ? [scope.jurisdictionId] : [],
    siteJurisdictions: scope.kind === "site" ? [scope.jurisdictionId] : [],
    sites: scope.kind === "site" ? [scope.siteId] : [],
    organizations: scope.kind === "organization" ? [scope.organizationId] : [],
    states: scope.kind === "state" ? [scope.stateCode] : [],
  };
}
