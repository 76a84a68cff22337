import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyCompress from "@fastify/compress";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

/** Serves the built admin: its files, and its one page for every address that is a page. */
export async function serveAdmin(app: FastifyInstance, settings: { folder: string }): Promise<void> {
  await app.register(fastifyCompress, { threshold: 1024, encodings: ["br", "gzip"] });
  if (!existsSync(join(settings.folder, "index.html"))) return;
  await app.register(fastifyStatic, {
    root: settings.folder,
    wildcard: false,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      // A built file's name changes with its content; the page that names it is asked for each time.
      const isNamedByContent = path.includes("/assets/");
      void reply.header(
        "cache-control",
        isNamedByContent ? "public, max-age=31536000, immutable" : "no-cache",
      );
    },
  });
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      ["GET", "HEAD"].includes(request.method) && !/^\/(graphql|api|assets)(\/|\?|$)/.test(request.url);
    if (isPage) return reply.header("cache-control", "no-cache").sendFile("index.html");
    return reply.code(404).send({ code: "NOT_FOUND", message: "There is nothing at this address." });
  });
}
