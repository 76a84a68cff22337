import type { PrismaClient } from "#server/persistence/generated/client.ts";

import { hashOfSecret } from "./session-cookie.ts";

/**
 * Keeps sessions under the hash of their secret, so that whoever reads the database holds no
 * session. better-auth writes and looks up the secret itself; this stands between it and the table.
 */
export function withHashedSessions(client: PrismaClient): PrismaClient {
  return client.$extends({
    query: {
      accountSession: {
        $allOperations: async ({ args, query }) => {
          const secrets = new Map<string, string>();
          const answer: unknown = await query(hashSecrets(args, secrets) as typeof args);
          return withSecret(answer, secrets);
        },
      },
    },
  }) as unknown as PrismaClient;
}

/** The same arguments with every secret hashed, wherever it stands in conditions or data. */
function hashSecrets(value: unknown, secrets: Map<string, string>, isSecret = false): unknown {
  if (typeof value === "string") return isSecret ? remember(value, secrets) : value;
  if (Array.isArray(value)) return value.map((each) => hashSecrets(each, secrets, isSecret));
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      hashSecrets(inner, secrets, isSecret || key === "tokenHash"),
    ]),
  );
}

function remember(secret: string, secrets: Map<string, string>): string {
  const hash = hashOfSecret(secret);
  secrets.set(hash, secret);
  return hash;
}

/** Whoever asked with a secret gets the session back with it, as better-auth expects. */
function withSecret(answer: unknown, secrets: ReadonlyMap<string, string>): unknown {
  if (typeof answer !== "object" || answer === null || !("tokenHash" in answer)) return answer;
  const secret = typeof answer.tokenHash === "string" ? secrets.get(answer.tokenHash) : undefined;
  return secret === undefined ? answer : { ...answer, tokenHash: secret };
}
