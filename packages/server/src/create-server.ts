import fastify, { type FastifyInstance, type FastifyRequest } from "fastify";

import { serveApi } from "./graphql/api.ts";
import { openDatabases } from "./persistence/database.ts";
import { statementContext } from "./persistence/context-pool.ts";
import { requestContext, type SignedIn } from "./request-context.ts";

/** What a server is made of. */
export interface ServerSettings {
  /** Of the database's owner; the server itself connects as the runtime roles. */
  readonly databaseUrl: string;
  readonly secret: string;
  readonly isProduction: boolean;
  readonly authenticate: (request: FastifyRequest) => Promise<SignedIn | null>;
}

/** Puts the server together: database, API, and what is served beside it. Does not listen yet. */
export async function createServer(settings: ServerSettings): Promise<FastifyInstance> {
  const databases = openDatabases(settings.databaseUrl, settings.secret);
  const app = fastify({ requestIdHeader: false, trustProxy: false });
  app.addHook("onClose", () => databases.close());
  await serveApi(app, {
    isIntrospectable: !settings.isProduction,
    contextOf: async (request) => {
      const signedIn = await settings.authenticate(request);
      const ctx = requestContext({
        databases,
        signedIn,
        acceptLanguage: request.headers["accept-language"],
        via: "screen",
        requestId: request.id,
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
