import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";

/** The headers that every answer carries, pages and API alike. */
export async function addSecurityHeaders(
  app: FastifyInstance,
  settings: { isHttps: boolean },
): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "font-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "require-trusted-types-for": ["'script'"],
      },
    },
    strictTransportSecurity: settings.isHttps ? { maxAge: 365 * 24 * 3600, includeSubDomains: true } : false,
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: { policy: "same-origin" },
    crossOriginResourcePolicy: { policy: "same-origin" },
    referrerPolicy: { policy: "same-origin" },
    xFrameOptions: { action: "deny" },
  });
  app.addHook("onSend", async (request, reply) => {
    // Answers made for one person are kept by nobody on the way; built files carry their own rule.
    if (/^\/(graphql|api)(\/|\?|$)/.test(request.url)) reply.header("cache-control", "no-store");
  });
}
