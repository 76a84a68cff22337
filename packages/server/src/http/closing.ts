import type { FastifyInstance } from "fastify";

const LONGEST_CLOSE_MS = 10_000;
/** How long a balancer needs to read that this server is no longer ready. */
const NOTICE_MS = 2_000;

/** How a server ends: readiness off, then no new requests, what is under way is finished, then the rest is closed. */
export async function closeGently(
  app: FastifyInstance,
  settings: { isBehindBalancer: boolean },
): Promise<void> {
  leaving.add(app);
  if (settings.isBehindBalancer) await new Promise((settle) => setTimeout(settle, NOTICE_MS));
  const late = new Promise((settle) => setTimeout(settle, LONGEST_CLOSE_MS).unref());
  await Promise.race([app.close(), late]);
}

const leaving = new WeakSet<FastifyInstance>();

/** Whether a server has been asked to end. */
export function isLeaving(app: FastifyInstance): boolean {
  return leaving.has(app);
}
