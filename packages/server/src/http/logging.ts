import { randomUUID } from "node:crypto";
import type { FastifyServerOptions } from "fastify";
import type { LogLevel } from "#server/config.ts";

/**
 * Logs are JSON lines, each with the id of its request. They name no person: neither bodies nor
 * cookies nor query strings are written, which may hold names and links that open accounts.
 */
export function loggingOptions(level: LogLevel): FastifyServerOptions {
  return {
    logger: {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      serializers: {
        req: ({ method, url }: { method: string; url: string }) => ({ method, path: url.split("?")[0] }),
        res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
      },
      redact: ["req.headers", "*.password", "*.token", "*.secret"],
    },
    // Our own id, never the caller's: a log must not hold what anybody chose to send.
    genReqId: () => randomUUID(),
    requestIdHeader: false,
  };
}
