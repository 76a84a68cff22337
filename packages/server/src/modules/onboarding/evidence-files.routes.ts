import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";

import type { RequestContext } from "#server/context.ts";
import { answerRefusals } from "#server/http/answer-refusals.ts";
import { readingAs } from "#server/request-context.ts";

import { addEvidenceFile, LARGEST_FILE } from "./add-evidence-file.ts";
import { evidenceFile } from "./evidence-file.reads.ts";
import { EVIDENCE_FILES } from "./show-checklist.ts";

/** What the routes need of the server around them. */
export interface EvidenceFileSettings {
  readonly contextOf: (request: FastifyRequest) => Promise<RequestContext>;
}

const uploadQuery = z.object({
  siteId: z.uuid(),
  itemKey: z.string().max(60),
  label: z.string().max(1000),
  name: z.string().max(1000),
});

/** Serves the files kept as evidence: one is uploaded as the body of a request, and downloaded as an attachment. */
export function serveEvidenceFiles(app: FastifyInstance, { contextOf }: EvidenceFileSettings): void {
  void app.register((routes, _options, done) => {
    answerRefusals(routes, {
      tooLarge: "This file is larger than 10 MB. Make it smaller, or add a link to it instead.",
    });
    routes.addContentTypeParser(
      "application/octet-stream",
      { parseAs: "buffer", bodyLimit: LARGEST_FILE },
      (_request, body, parsed) => {
        parsed(null, body);
      },
    );
    routes.post(EVIDENCE_FILES, { bodyLimit: LARGEST_FILE }, async (request, reply) => {
      const ctx = await contextOf(request);
      return await readingAs(ctx, () => upload(ctx, request, reply));
    });
    routes.get<{ Params: { id: string } }>(`${EVIDENCE_FILES}/:id`, async (request, reply) => {
      const ctx = await contextOf(request);
      return await readingAs(ctx, () => download(ctx, request.params.id, reply));
    });
    done();
  });
}

async function upload(
  ctx: RequestContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const query = uploadQuery.safeParse(request.query);
  if (!query.success || !Buffer.isBuffer(request.body)) {
    return await reply
      .code(400)
      .send({ code: "BAD_INPUT", message: "Say to which item of which site the file belongs." });
  }
  const outcome = await addEvidenceFile(ctx, { ...query.data, bytes: new Uint8Array(request.body) });
  return outcome.kind === "refused"
    ? await reply.code(422).send({ findings: outcome.findings })
    : await reply.code(201).send({ siteId: outcome.siteId, itemKey: outcome.itemKey });
}

async function download(ctx: RequestContext, id: string, reply: FastifyReply): Promise<FastifyReply> {
  const file = await evidenceFile(ctx, z.uuid().safeParse(id).data ?? "00000000-0000-0000-0000-000000000000");
  const plain = file.name.replace(/[^\x20-\x7e]|["\\]/g, "_");
  return await reply
    .header("content-type", file.mediaType)
    .header(
      "content-disposition",
      `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    )
    .header("content-security-policy", "sandbox; default-src 'none'")
    .header("x-content-type-options", "nosniff")
    .header("cache-control", "private, no-store")
    .send(Buffer.from(file.bytes));
}
