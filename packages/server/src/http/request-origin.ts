import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

const CHANGES_NOTHING = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses what another web page sends in a visitor's name. A request that may change something and
 * says where it comes from must come from our own address; browsers always say so. A program that
 * is no browser says nothing, and carries no cookie that a page could misuse.
 */
export function refuseForeignOrigins(
  app: FastifyInstance,
  settings: { publicAddress: string; isProduction: boolean },
): void {
  const own = new URL(settings.publicAddress).origin;
  app.addHook("onRequest", async (request, reply) => {
    if (CHANGES_NOTHING.has(request.method)) return;
    if (isOwn(request, own, settings.isProduction)) return;
    await refuse(reply);
  });
}

function isOwn(request: FastifyRequest, own: string, isProduction: boolean): boolean {
  const { origin, "sec-fetch-site": site } = request.headers;
  if (
    typeof site === "string" &&
    site !== "same-origin" &&
    site !== "none" &&
    !isLocalPair(request, isProduction)
  )
    return false;
  if (origin === undefined) return true;
  return origin === own || isLocalPair(request, isProduction);
}

/** In development the admin may be served by another port, or be called localhost or 127.0.0.1. */
function isLocalPair(request: FastifyRequest, isProduction: boolean): boolean {
  if (isProduction) return false;
  return isLocal(request.headers.origin) && isLocal(`http://${request.headers.host ?? ""}`);
}

function isLocal(address: string | undefined): boolean {
  if (address === undefined || !URL.canParse(address)) return false;
  return ["localhost", "127.0.0.1", "[::1]"].includes(new URL(address).hostname);
}

async function refuse(reply: FastifyReply): Promise<void> {
  await reply.code(403).send({
    code: "FOREIGN_ORIGIN",
    message: "This request came from another site. Open Frontstep at its own address and try again.",
  });
}
