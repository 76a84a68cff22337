import fastify, { type FastifyInstance, type FastifyRequest } from "fastify";

import { serveApi } from "./graphql/api.ts";
import { refuseForeignOrigins } from "./http/request-origin.ts";
import { addSecurityHeaders } from "./http/security-headers.ts";
import type { SendMail } from "./mail/send-mail.ts";
import { type Identity, openIdentity } from "./modules/identity/index.ts";
import { roleUrl } from "./persistence/database-roles.ts";
import { type Databases, openDatabases } from "./persistence/database.ts";
import { statementContext } from "./persistence/context-pool.ts";
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
  /** Instead of the session's cookie; for tests. */
  readonly authenticate?: (request: FastifyRequest) => Promise<SignedIn | null>;
}

/** Puts the server together: database, API, and what is served beside it. Does not listen yet. */
export async function createServer(settings: ServerSettings): Promise<FastifyInstance> {
  const databases = openDatabases(settings.databaseUrl, settings.secret);
  const app = fastify({ requestIdHeader: false, trustProxy: false });
  const identity = identityOf(app, settings, databases);
  app.addHook("onClose", async () => {
    await identity.close();
    await databases.close();
  });
  refuseForeignOrigins(app, settings);
  await addSecurityHeaders(app, { isHttps: settings.publicAddress.startsWith("https://") });
  identity.serve(app);
  await serveApi(app, {
    isIntrospectable: !settings.isProduction,
    contextOf: async (request) => {
      const signedIn = await (settings.authenticate ?? identity.authenticate)(request);
      const ctx = requestContext({
        databases,
        signedIn,
        acceptLanguage: request.headers["accept-language"],
        via: "screen",
        requestId: request.id,
        mail: { send: settings.sendMail, publicAddress: settings.publicAddress },
      });
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
