import { timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { collectDefaultMetrics, Histogram, Registry } from "prom-client";

/** /metrics: how long requests take, and how the process is, as Prometheus reads it. */
export function serveMeasurements(app: FastifyInstance, settings: { token: string | undefined }): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "frontstep_" });
  const duration = new Histogram({
    name: "frontstep_http_request_duration_seconds",
    help: "Seconds from a request's first byte to its answer's last, by route.",
    labelNames: ["method", "route", "status"] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  app.addHook("onResponse", (request, reply, done) => {
    // The route's pattern, not the address: an address holds ids, and every one would be kept forever.
    const route = request.routeOptions.url ?? "none";
    duration.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    done();
  });
  app.get("/metrics", { logLevel: "warn" }, async (request, reply) => {
    if (!mayRead(request, settings.token))
      return reply.code(403).send({ message: "Show the metrics token to read this." });
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

const THIS_MACHINE = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

function mayRead(request: FastifyRequest, token: string | undefined): boolean {
  // A proxy on this machine speaks for somebody elsewhere, and says so.
  if (token === undefined)
    return THIS_MACHINE.has(request.ip) && request.headers["x-forwarded-for"] === undefined;
  const shown = Buffer.from(request.headers.authorization ?? "");
  const wanted = Buffer.from(`Bearer ${token}`);
  return shown.length === wanted.length && timingSafeEqual(shown, wanted);
}
