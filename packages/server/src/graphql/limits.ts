import { createHash } from "node:crypto";

import type { ApolloServerOptions, ApolloServerPlugin } from "@apollo/server";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import { type DocumentNode, GraphQLError, type GraphQLSchema, type ValidationRule } from "graphql";

import type { RequestContext } from "#server/context.ts";

import { measureDocument, type Measures } from "./measure-document.ts";
import { countRows } from "./count-rows.ts";
import { documentsByHash, type TrustedDocuments } from "./trusted-documents.ts";

/** The most that one document of the admin may ask for; its pages stay well below. */
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

/** The most that a document of anybody's own may ask for, where it is less. */
export const AD_HOC_LIMITS = { ...LIMITS, tokens: 500, depth: 10 } as const;

type Measured = Measures & { readonly tokens: number };

const TOO_MUCH: readonly (readonly [keyof Measured, string])[] = [
  ["tokens", "is written in more tokens than"],
  ["depth", "nests deeper than"],
  ["aliases", "uses more aliases than"],
  ["directives", "uses more directives than"],
  ["fields", "asks, with its fragments written out, for more fields than"],
  ["repeats", "repeats a field more often than"],
];

/** Whose documents are known, and what the others may do. */
export interface DocumentRules {
  readonly documents: TrustedDocuments;
  /** Whether only those who are signed in may send documents of their own. */
  readonly keepsToDocuments: boolean;
}

/**
 * The options that keep one document from costing more than it should; in the order in which they
 * apply. A document is measured once, when it is first seen; then it is kept with its hash.
 */
export function documentLimits(
  schema: GraphQLSchema,
  rules: DocumentRules,
): Partial<ApolloServerOptions<RequestContext>> {
  return {
    parseOptions: { maxTokens: LIMITS.tokens },
    validationOptions: { maxErrors: LIMITS.errors },
    validationRules: [refuseOversized(rules.documents)],
    persistedQueries: documentsByHash(rules.documents),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      refuseTooManyRows(schema),
      ...(rules.keepsToDocuments ? [refuseStrangersDocuments(rules.documents)] : []),
    ],
  };
}

function refuseOversized(documents: TrustedDocuments): ValidationRule {
  return (context) => {
    const document = context.getDocument();
    const measures: Measured = { ...measureDocument(document), tokens: document.tokenCount ?? 0 };
    const limits = documents.has(hashOf(document)) ? LIMITS : AD_HOC_LIMITS;
    for (const [measure, words] of TOO_MUCH) {
      if (measures[measure] <= limits[measure]) continue;
      const message = `This document ${words} ${String(limits[measure])}. Ask for less at a time.`;
      context.reportError(new GraphQLError(message));
    }
    return {};
  };
}

function hashOf({ loc }: DocumentNode): string {
  return createHash("sha256")
    .update(loc?.source.body ?? "")
    .digest("hex");
}

/** Whoever is not signed in needs the pages for it, and nothing else. */
function refuseStrangersDocuments(documents: TrustedDocuments): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ queryHash, contextValue }) => {
          if (contextValue.actor !== null || documents.has(queryHash)) return Promise.resolve();
          const message =
            "Sign in to send documents of your own. This one belongs to no page of this server.";
          throw new GraphQLError(message, { extensions: { code: "SIGNED_OUT" } });
        },
      }),
  };
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
