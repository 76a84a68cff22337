import type { IncomingMessage } from "node:http";

import { isImporterKey } from "@frontstep/domain/imports";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { RequestContext } from "#server/context.ts";
import type { Databases } from "#server/persistence/database.ts";
import { PLATFORM } from "#server/persistence/write.ts";
import { readingAs } from "#server/request-context.ts";
import { Refusal, type RefusalCode } from "#server/refusal.ts";

import { workEvents } from "./import-work.ts";
import { largestFile } from "./reading/index.ts";
import { receiveUpload } from "./receive-upload.ts";
import { discardForgottenImports, settleInterruptedImports } from "./settle-interrupted-imports.ts";

/** What serving imports needs of the server around it. */
export interface ImportService {
  readonly databases: Databases;
  readonly contextOf: (request: FastifyRequest) => Promise<RequestContext>;
}

const settleEvery = 5_000;

/** More than this is not waited for, whoever sends it. */
const most = largestFile * 2;

const statusOf: Partial<Record<RefusalCode, number>> = { SIGNED_OUT: 401, FORBIDDEN: 403, NOT_FOUND: 404 };

/** Takes files in at POST /imports, and puts imports right whose server died. */
export function serveImports(app: FastifyInstance, service: ImportService): void {
  const onDefect = (error: unknown) => {
    app.log.error({ err: error }, "an import failed");
  };
  workEvents.on("defect", onDefect);
  const timer = keepSettling(app, service.databases);
  app.addHook("onClose", () => {
    clearInterval(timer);
    workEvents.off("defect", onDefect);
  });
  app.register((scope, _options, done) => {
    // The body stays a stream: it is never held as a whole.
    scope.addContentTypeParser("application/octet-stream", (_request, body, ready) => {
      ready(null, body);
    });
    scope.post("/imports", { bodyLimit: most }, (request, reply) => takeUpload(service, request, reply));
    done();
  });
}

async function takeUpload(
  { contextOf }: ImportService,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const query = request.query as Record<string, string | undefined>;
  const importer = query["importer"] ?? "observations";
  if (!isImporterKey(importer))
    return reply.code(400).send({
      code: "BAD_INPUT",
      message: "Say which kind of file it is: observations, jurisdictions or roster.",
    });
  const ctx = await contextOf(request);
  const upload = {
    importer,
    jurisdictionId: query["jurisdictionId"] ?? PLATFORM,
    fileName: query["fileName"] ?? "file.csv",
    // Not closed where the reading stops: the sender would see a broken line instead of the answer.
    bytes: request.raw.iterator({ destroyOnReturn: false }),
  };
  const answer = readingAs(ctx, () => receiveUpload(ctx, upload)).finally(() => {
    letGoBy(request.raw);
  });
  return await answer.then(
    (outcome) => reply.code(outcome.kind === "received" ? 201 : 422).send(outcome),
    (error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      return reply.code(statusOf[error.code] ?? 400).send({ code: error.code, message: error.message });
    },
  );
}

/** What is left of a body is let go by unread: most senders listen only when they have sent it all. */
function letGoBy(body: IncomingMessage): void {
  let size = 0;
  body.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size > most) body.destroy();
  });
}

function keepSettling(app: FastifyInstance, databases: Databases): NodeJS.Timeout {
  const settle = () => {
    settleInterruptedImports(databases).then(
      (settled) => {
        for (const one of settled)
          app.log.warn(
            one,
            `an import was interrupted while ${one.was}; nothing of it was kept, and it is ${one.became} again`,
          );
      },
      (error: unknown) => {
        app.log.error({ err: error }, "interrupted imports could not be put right");
      },
    );
  };
  app.addHook("onReady", async () => {
    settle();
    await discardForgottenImports(databases);
  });
  return setInterval(settle, settleEvery).unref();
}
