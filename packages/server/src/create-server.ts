import fastify, { type FastifyInstance, type FastifyRequest } from "fastify";

import { serveApi } from "./graphql/api.ts";
import type { LogLevel } from "./config.ts";
import { serveAdmin } from "./http/admin-files.ts";
import { answerDefects } from "./http/defects.ts";
import { loggingOptions } from "./http/logging.ts";
import { serveMeasurements } from "./http/measurements.ts";
import { type Readiness, serveReadiness } from "./http/readiness.ts";
import { refuseForeignOrigins } from "./http/request-origin.ts";
import { addSecurityHeaders } from "./http/security-headers.ts";
import type { SendMail } from "./mail/send-mail.ts";
import { type Identity, openIdentity } from "./modules/identity/index.ts";
import { serveEvidenceFiles } from "./modules/onboarding/index.ts";
import { roleUrl } from "./persistence/database-roles.ts";
import { type Databases, openDatabases } from "./persistence/database.ts";
import { statementContext } from "./persistence/context-pool.ts";
import type { RequestContext } from "./context.ts";
import { serveImports } from "./modules/imports/index.ts";
import { serveCalendars } from "./modules/reminders/index.ts";
import { serveUpgradeRuns } from "./modules/upgrade-runs/index.ts";
import { serveTemplateFiles } from "./modules/template-files/index.ts";
import { requestContext, type SignedIn } from "./request-context.ts";

/** What a server is made of. */
export interface ServerSettings {
  /** Of the database's owner; the server itself connects as the runtime roles. */
  readonly databaseUrl: string;
  readonly secret: string;
  readonly isProduction: boolean;
  /** Where people find this server, as in https://frontstep.example.org. */
  readonly publicAddress: string;
  readonly sendMail: SendMail;
  /** The built admin; without it the API alone is served. */
  readonly adminFolder?: string;
  readonly logLevel?: LogLevel;
  /** Whose word is taken for a visitor's address. */
  readonly trustedProxies?: readonly string[];
  /** What a collector shows to read /metrics; without it only this machine may. */
  readonly metricsToken?: string | undefined;
  /** Whether the database answers and is current, for /readyz. */
  readonly checkDatabase?: Readiness["checkDatabase"];
  /** Instead of the session's cookie; for tests. */
  readonly authenticate?: (request: FastifyRequest) => Promise<SignedIn | null>;
}

/** Puts the server together: database, API, and what is served beside it. Does not listen yet. */
export async function createServer(settings: ServerSettings): Promise<FastifyInstance> {
  const databases = openDatabases(settings.databaseUrl, settings.secret);
  const app = openApp(settings);
  const identity = identityOf(app, settings, databases);
  app.addHook("onClose", async () => {
    await identity.close();
    await databases.close();
  });
  answerDefects(app);
  refuseForeignOrigins(app, settings);
  await addSecurityHeaders(app, { isHttps: settings.publicAddress.startsWith("https://") });
  if (settings.checkDatabase) serveReadiness(app, { checkDatabase: settings.checkDatabase });
  serveMeasurements(app, { token: settings.metricsToken });
  if (settings.adminFolder !== undefined) await serveAdmin(app, { folder: settings.adminFolder });
  identity.serve(app);
  const contextOf = async (request: FastifyRequest): Promise<RequestContext> => {
    const signedIn = await (settings.authenticate ?? identity.authenticate)(request);
    return requestContext({
      databases,
      signedIn,
      acceptLanguage: request.headers["accept-language"],
      via: "screen",
      requestId: request.id,
      mail: { send: settings.sendMail, publicAddress: settings.publicAddress },
    });
  };
  serveImports(app, { databases, contextOf });
  serveEvidenceFiles(app, { contextOf });
  serveUpgradeRuns(app, { databases });
  serveTemplateFiles(app, { contextOf });
  serveCalendars(app, { ...settings, databases, limits: identity.limits });
  await serveApi(app, {
    isProduction: settings.isProduction,
    adminFolder: settings.adminFolder,
    contextOf: async (request) => {
      const ctx = await contextOf(request);
      const carried = statementContext.getStore();
      if (carried) carried.token = ctx.token;
      return ctx;
    },
    onDefect: (error, id) => {
      app.log.error({ err: error, defectId: id }, "defect");
    },
  });
  return app;
}

function openApp(settings: ServerSettings): FastifyInstance {
  return fastify({
    ...loggingOptions(settings.logLevel ?? "error"),
    trustProxy: trusted(settings.trustedProxies),
    // Long enough to send a large file over a slow line; what sends no headers is cut off far sooner.
    requestTimeout: 300_000,
    http: { headersTimeout: 10_000 },
  });
}

function identityOf(app: FastifyInstance, settings: ServerSettings, databases: Databases): Identity {
  return openIdentity({
    ...settings,
    databases,
    databaseUrl: roleUrl(settings.databaseUrl, "app_auth", settings.secret),
    onWarning: (message) => {
      app.log.warn(message);
    },
  });
}

function trusted(proxies: readonly string[] | undefined): string[] | false {
  return proxies === undefined || proxies.length === 0 ? false : [...proxies];
}
