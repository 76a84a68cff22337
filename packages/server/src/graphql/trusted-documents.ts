import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import type { ApolloServerOptions } from "@apollo/server";

import type { RequestContext } from "#server/context.ts";

/** The texts of the documents that the served admin sends, by their SHA-256. */
export type TrustedDocuments = ReadonlyMap<string, string>;

/** Reads what the build of the admin wrote down; nothing where no admin is served. */
export function readTrustedDocuments(adminFolder: string | undefined): TrustedDocuments {
  const file = adminFolder === undefined ? undefined : join(adminFolder, ".vite", "trusted-documents.json");
  if (file === undefined || !existsSync(file)) return new Map();
  return new Map(Object.entries(JSON.parse(readFileSync(file, "utf8")) as Record<string, string>));
}

/**
 * Lets a caller name a document of the admin by its hash in place of sending it. Nothing is ever
 * added: what Apollo would keep of callers' own documents is thrown away.
 */
export function documentsByHash(
  documents: TrustedDocuments,
): NonNullable<ApolloServerOptions<RequestContext>["persistedQueries"]> {
  return {
    cache: {
      get: (key) => Promise.resolve(documents.get(key.slice(key.indexOf(":") + 1))),
      set: () => Promise.resolve(),
      delete: () => Promise.resolve(false),
    },
  };
}
