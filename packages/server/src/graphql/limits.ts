import type { ApolloServerOptions, ApolloServerPlugin } from "@apollo/server";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import { GraphQLError, type GraphQLSchema, type ValidationContext } from "graphql";

import type { RequestContext } from "#server/context.ts";

import { measureDocument, type Measures } from "./measure-document.ts";
import { countRows } from "./count-rows.ts";

/** The most that one document may ask for. The pages of the admin stay well below. */
export const LIMITS = {
  tokens: 1_000,
  depth: 12,
  aliases: 15,
  directives: 5,
  fields: 1_000,
  repeats: 30,
  rows: 20_000,
  errors: 3,
} as const;

const TOO_MUCH: readonly (readonly [keyof Measures, string])[] = [
  ["depth", "nests deeper than"],
  ["aliases", "uses more aliases than"],
  ["directives", "uses more directives than"],
  ["fields", "asks, with its fragments written out, for more fields than"],
  ["repeats", "repeats a field more often than"],
];

/** The options that keep one document from costing more than it should; in the order in which they apply. */
export function documentLimits(schema: GraphQLSchema): Partial<ApolloServerOptions<RequestContext>> {
  return {
    parseOptions: { maxTokens: LIMITS.tokens },
    validationOptions: { maxErrors: LIMITS.errors },
    validationRules: [refuseOversized],
    plugins: [ApolloServerPluginLandingPageDisabled(), refuseTooManyRows(schema)],
  };
}

function refuseOversized(context: ValidationContext): object {
  const measures = measureDocument(context.getDocument());
  for (const [measure, words] of TOO_MUCH) {
    if (measures[measure] <= LIMITS[measure]) continue;
    context.reportError(
      new GraphQLError(`This document ${words} ${String(LIMITS[measure])}. Ask for less at a time.`),
    );
  }
  return {};
}

/** Lists inside lists multiply; how far is known only once the variables are. */
function refuseTooManyRows(schema: GraphQLSchema): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ document, operation, request }) => {
          if (operation === undefined) return Promise.resolve();
          const rows = countRows({ schema, document, operation, variables: request.variables ?? {} });
          if (rows <= LIMITS.rows) return Promise.resolve();
          throw new GraphQLError(
            `This document could ask for ${String(rows)} rows; ${String(LIMITS.rows)} is the most. Ask for fewer at a time.`,
            { extensions: { code: "BAD_REQUEST", http: { status: 400 } } },
          );
        },
      }),
  };
}
