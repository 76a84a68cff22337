import type { FastifyInstance } from "fastify";
import { isLeaving } from "./closing.ts";

/** What must be so before requests are sent to this server. */
export interface Readiness {
  /** Whether the database answers, and which migrations it has not had. */
  checkDatabase(): Promise<{ pendingMigrations: readonly string[] }>;
}

const LONGEST_CHECK_MS = 2_000;

/** /healthz: the process is alive. /readyz: send it requests. */
export function serveReadiness(app: FastifyInstance, readiness: Readiness): void {
  app.get("/healthz", { logLevel: "warn" }, () => ({ status: "alive" }));
  app.get("/readyz", { logLevel: "warn" }, async (_request, reply) => {
    const reason = isLeaving(app) ? "closing" : await notReadyBecause(readiness);
    if (reason === undefined) return { status: "ready" };
    return reply.code(503).header("retry-after", "5").send({ status: "not ready", reason });
  });
}

async function notReadyBecause(readiness: Readiness): Promise<string | undefined> {
  const late = new Promise<"late">((settle) => setTimeout(settle, LONGEST_CHECK_MS, "late").unref());
  const answer = await Promise.race([readiness.checkDatabase().catch(() => "unreachable" as const), late]);
  if (answer === "late") return "the database does not answer in time";
  if (answer === "unreachable") return "the database cannot be reached";
  if (answer.pendingMigrations.length > 0) return "the database has not had all migrations";
  return undefined;
}
