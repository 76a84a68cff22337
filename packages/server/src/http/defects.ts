import { randomUUID } from "node:crypto";
import type { FastifyError, FastifyInstance } from "fastify";

/**
 * What goes wrong outside of the API's own answers: a caller's mistake is said as it is, and a
 * defect of ours by an id alone, since its words may hold names of tables, values and people.
 */
export function answerDefects(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>(async (error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send({ code: error.code, message: error.message });
    const id = randomUUID();
    request.log.error({ err: error, defectId: id }, "defect");
    const message = `Something went wrong on our side. It has been written down as ${id}; nothing was changed.`;
    return reply.code(status).send({ code: "INTERNAL_SERVER_ERROR", id, message });
  });
}
