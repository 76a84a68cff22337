import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";

import type { RequestContext } from "#server/context.ts";
import { answerRefusals } from "#server/http/answer-refusals.ts";
import { Refusal } from "#server/refusal.ts";
import { readingAs } from "#server/request-context.ts";

import { checkTemplateFile } from "./check-template-file.ts";
import { exportTemplateFile } from "./export-template-file.ts";
import { importTemplateFile } from "./import-template-file.ts";
import { authorizeKeyHolder } from "./key-holder.ts";
import { receiveTemplateFile } from "./receive-template-file.ts";
import { showPlan } from "./show-plan.ts";

/** What the routes need of the server around them. */
export interface TemplateFileSettings {
  readonly contextOf: (request: FastifyRequest) => Promise<RequestContext>;
}

const TEMPLATE_FILES = "/api/template-files";

const uploadQuery = z.object({
  /** Left out by a steward, for the platform. */
  organizationId: z.uuid().optional(),
  /** Of the file that was checked; with it the file is brought in, without it only looked at. */
  checkedSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** Fingerprints that the person compared and trusts, with commas between. */
  trust: z
    .string()
    .max(5000)
    .default("")
    .transform((list) => list.split(",").filter((one) => one !== "")),
});

/** Serves template files: one is downloaded, or uploaded as the body of a request, first to look at and then to bring in. */
export function serveTemplateFiles(app: FastifyInstance, { contextOf }: TemplateFileSettings): void {
  void app.register((routes, _options, done) => {
    answerRefusals(routes, {
      tooLarge: "The file is larger than 20 MB, which no template is. Choose the file that was exported.",
    });
    // The body stays a stream: it is read only for those who may bring a template in, and no further than the limit.
    routes.addContentTypeParser("application/octet-stream", (_request, body, ready) => {
      ready(null, body);
    });
    routes.post(TEMPLATE_FILES, async (request, reply) => {
      const ctx = await contextOf(request);
      return await readingAs(ctx, () => upload(ctx, request, reply));
    });
    routes.get<{ Params: { key: string } }>(`${TEMPLATE_FILES}/:key`, async (request, reply) => {
      const ctx = await contextOf(request);
      return await readingAs(ctx, () => download(ctx, request.params.key, reply));
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
  if (!query.success) throw new Refusal("BAD_INPUT", "Say for which organization the file is brought in.");
  const { checkedSha256, trust } = query.data;
  const organizationId = query.data.organizationId ?? null;
  authorizeKeyHolder(ctx, organizationId);
  const received = await receiveTemplateFile(request.raw);
  if (received.kind === "refused") return await reply.code(422).send(refused([received.finding]));
  const given = { ...received, organizationId };
  const outcome =
    checkedSha256 === undefined
      ? await checkTemplateFile(ctx, given)
      : await importTemplateFile(ctx, { ...given, checkedSha256, trust });
  return outcome.kind === "refused"
    ? await reply.code(422).send(refused(outcome.findings))
    : await reply.code(200).send({ kind: outcome.kind, plan: showPlan(ctx, outcome.plan) });
}

async function download(ctx: RequestContext, key: string, reply: FastifyReply): Promise<FastifyReply> {
  const outcome = await exportTemplateFile(ctx, key);
  if (outcome.kind === "refused") return await reply.code(422).send(refused(outcome.findings));
  return await reply
    .header("content-type", "application/json; charset=utf-8")
    .header("content-disposition", `attachment; filename="${outcome.fileName}"`)
    .header("x-content-type-options", "nosniff")
    .header("cache-control", "private, no-store")
    .send(outcome.text);
}

function refused<T>(findings: readonly T[]) {
  return { kind: "refused", findings } as const;
}
