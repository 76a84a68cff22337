import { randomUUID } from "node:crypto";

import { ApolloServer, type ApolloServerOptions } from "@apollo/server";
import { unwrapResolverError } from "@apollo/server/errors";
import { ApolloServerPluginCacheControlDisabled } from "@apollo/server/plugin/disabled";
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from "@as-integrations/fastify";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { GraphQLError, type GraphQLFormattedError } from "graphql";

import type { RequestContext } from "#server/context.ts";
import { statementContext } from "#server/persistence/context-pool.ts";
import { notFound, Refusal } from "#server/refusal.ts";

import { capAnswer, withDeadline } from "./answer-limits.ts";
import { buildApiSchema } from "./build-schema.ts";
import { compiledExecution } from "./compiled-execution.ts";
import { documentLimits } from "./limits.ts";
import { readTrustedDocuments } from "./trusted-documents.ts";

/** What the API needs of the server around it. */
export interface ApiSettings {
  readonly contextOf: (request: FastifyRequest) => Promise<RequestContext>;
  /** Where the admin's build is, whose documents are known. */
  readonly adminFolder?: string | undefined;
  /** In production nobody may ask for the schema, and strangers only for what the pages ask. */
  readonly isProduction: boolean;
  /** Told of every defect: an error that is neither a refusal nor the caller's. */
  readonly onDefect: (error: unknown, id: string) => void;
}

/** Serves the API at /graphql. */
export async function serveApi(app: FastifyInstance, settings: ApiSettings): Promise<void> {
  const schema = buildApiSchema();
  const documents = readTrustedDocuments(settings.adminFolder);
  const keepsToDocuments = settings.isProduction && documents.size > 0;
  const limits = documentLimits(schema, { documents, keepsToDocuments });
  const apollo = new ApolloServer<RequestContext>({
    ...limits,
    gateway: withDeadline(compiledExecution(schema)),
    introspection: !settings.isProduction,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    stopOnTerminationSignals: false,
    // Answers are never cached, and asking every field for its age would be a third of the work.
    plugins: [
      ...(limits.plugins ?? []),
      ApolloServerPluginCacheControlDisabled(),
      fastifyApolloDrainPlugin(app),
    ],
    formatError: (formatted, error) => shownError(formatted, error, settings.onDefect),
  } as ApolloServerOptions<RequestContext>);
  await apollo.start();
  const handler = fastifyApolloHandler(apollo, { context: (request) => settings.contextOf(request) });
  app.route({
    method: ["GET", "POST", "OPTIONS"],
    url: "/graphql",
    bodyLimit: 100 * 1024,
    onSend: async (_request, reply, payload) => capAnswer(reply, payload),
    handler: (request, reply) => {
      // The token is known once the context is made, inside; statements read it from here.
      const carried: { token: string | null; readonly readOnly: boolean } = { token: null, readOnly: true };
      return statementContext.run(carried, () => handler.call(app, request, reply));
    },
  });
}

/** Codes that Apollo gives to what the caller can put right. */
const CALLERS_OWN = new Set([
  "BAD_REQUEST",
  "BAD_USER_INPUT",
  "DEADLINE_EXCEEDED",
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "PERSISTED_QUERY_NOT_FOUND",
  "SIGNED_OUT",
]);

/** In place of what Apollo says in one word. */
const WORDS: Readonly<Record<string, string>> = {
  PERSISTED_QUERY_NOT_FOUND: "This server knows no document by this hash. Send the document itself.",
};

function shownError(
  formatted: GraphQLFormattedError,
  error: unknown,
  onDefect: ApiSettings["onDefect"],
): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  const place = placeOf(formatted);
  const refusal = refusalOf(cause);
  if (refusal !== undefined)
    return { message: refusal.message, ...place, extensions: { code: refusal.code } };
  const code = formatted.extensions?.["code"];
  const isCallers = typeof code === "string" && CALLERS_OWN.has(code);
  // Values of variables that do not fit their type come without a code from the compiled executor.
  const misfit = formatted.path ? undefined : misfitOf(cause);
  if (isCallers || misfit !== undefined) {
    return {
      message: WORDS[String(code)] ?? misfit ?? formatted.message,
      ...place,
      extensions: { code: isCallers ? code : "BAD_USER_INPUT" },
    };
  }
  const id = randomUUID();
  onDefect(cause, id);
  const message = `Something went wrong on our side. It has been written down as ${id}; nothing was changed.`;
  return { message, ...place, extensions: { code: "INTERNAL_SERVER_ERROR", id } };
}

/** What does not fit about a variable, with the sentence of the scalar that refused it, if one did. */
function misfitOf(cause: unknown): string | undefined {
  if (!(cause instanceof GraphQLError)) return undefined;
  const { message, originalError } = cause;
  if (originalError === undefined || originalError.message === message) return message;
  return originalError instanceof GraphQLError ? `${message} ${originalError.message}` : undefined;
}

/** The refusal that an error is. What is no id at all is answered as an id that is not there. */
function refusalOf(cause: unknown): Refusal | undefined {
  if (cause instanceof Refusal) return cause;
  const isMalformedId =
    cause instanceof Error && cause.message.includes("invalid input syntax for type uuid");
  return isMalformedId ? notFound("record") : undefined;
}

function placeOf({
  path,
  locations,
}: GraphQLFormattedError): Pick<GraphQLFormattedError, "path" | "locations"> {
  return { ...(path ? { path } : {}), ...(locations ? { locations } : {}) };
}
