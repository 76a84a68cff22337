import { ApolloServer } from "@apollo/server";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import fastify, { type FastifyInstance } from "fastify";

import { buildApiSchema } from "#server/graphql/build-schema.ts";

/** The same schema behind Apollo as it comes: the control of the attack checks, most of which it leaves open. */
export async function serveUnlimited(): Promise<FastifyInstance> {
  const app = fastify();
  const apollo = new ApolloServer({
    schema: buildApiSchema(),
    nodeEnv: "development",
    allowBatchedHttpRequests: true,
    csrfPrevention: false,
  });
  await apollo.start();
  app.route({
    method: ["GET", "POST"],
    url: "/graphql",
    handler: fastifyApolloHandler(apollo, { context: () => Promise.resolve({ actor: null }) }),
  });
  app.addHook("onClose", () => apollo.stop());
  return app;
}
