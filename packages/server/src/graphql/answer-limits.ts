import type { ApolloServerOptionsWithGateway } from "@apollo/server";
import type { FastifyReply } from "fastify";
import { GraphQLError, OperationTypeNode } from "graphql";

import type { RequestContext } from "#server/context.ts";

type Gateway = ApolloServerOptionsWithGateway<RequestContext>["gateway"];
type Executor = NonNullable<Awaited<ReturnType<Gateway["load"]>>["executor"]>;

/** How long a query may take before its caller is told to ask for less. */
const QUERY_MILLISECONDS = 10_000;

/** The most bytes of one answer. */
const LARGEST_ANSWER = 1_000_000;

/**
 * Gives a query ten seconds. A change is left to finish, and to the database's own time limit:
 * its caller must not be told that it failed while it may still succeed.
 */
export function withDeadline(gateway: Gateway): Gateway {
  return {
    ...gateway,
    load: async (options) => {
      const { executor } = await gateway.load(options);
      return { executor: executor ? bounded(executor) : null };
    },
  };
}

function bounded(executor: Executor): Executor {
  return async (request) => {
    if (request.operation.operation !== OperationTypeNode.QUERY) return await executor(request);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Awaited<ReturnType<Executor>>>((settle) => {
      timer = setTimeout(() => {
        const message = "This took longer than ten seconds. Ask for less at a time.";
        settle({ errors: [new GraphQLError(message, { extensions: { code: "DEADLINE_EXCEEDED" } })] });
      }, QUERY_MILLISECONDS);
    });
    return await Promise.race([executor(request), late]).finally(() => {
      clearTimeout(timer);
    });
  };
}

/** Sends a sentence in place of an answer that is too large to send. */
export function capAnswer(reply: FastifyReply, payload: unknown): unknown {
  if (typeof payload !== "string" || payload.length <= LARGEST_ANSWER / 4) return payload;
  if (Buffer.byteLength(payload) <= LARGEST_ANSWER) return payload;
  const message = "This answer is larger than one megabyte. Ask for fewer rows or fields at a time.";
  const short = JSON.stringify({ errors: [{ message, extensions: { code: "ANSWER_TOO_LARGE" } }] });
  reply.header("content-length", String(Buffer.byteLength(short)));
  return short;
}
