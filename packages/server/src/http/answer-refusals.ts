import type { FastifyError, FastifyInstance } from "fastify";

import { Refusal, type RefusalCode } from "#server/refusal.ts";

const STATUS: Readonly<Record<RefusalCode, number>> = {
  BAD_INPUT: 400,
  FORBIDDEN: 403,
  IDEMPOTENCY_KEY_REUSED: 409,
  NOT_FOUND: 404,
  SIGNED_OUT: 401,
  STALE_REVISION: 409,
  TOO_MANY_REQUESTS: 429,
};

/** Lets routes beside the API answer a refusal as the API does: its code, and a sentence that says what to do. */
export function answerRefusals(routes: FastifyInstance, sentences: { readonly tooLarge: string }): void {
  routes.setErrorHandler<FastifyError>(async (error, request, reply) => {
    if (error instanceof Refusal)
      return await reply.code(STATUS[error.code]).send({ code: error.code, message: error.message });
    if (error.statusCode === 413)
      return await reply.code(413).send({ code: "BAD_INPUT", message: sentences.tooLarge });
    if (error.statusCode === 415)
      return await reply
        .code(415)
        .send({ code: "BAD_INPUT", message: "Send the file itself as the body of the request." });
    request.log.error({ err: error }, "defect");
    return await reply.code(500).send({
      code: "INTERNAL_SERVER_ERROR",
      message: `Something went wrong on our side (${request.id}). Try once more.`,
    });
  });
}
