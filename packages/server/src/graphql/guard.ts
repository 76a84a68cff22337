import { operations } from "@frontstep/domain/access";
import { defaultFieldResolver, type GraphQLField, type GraphQLObjectType, type GraphQLSchema } from "graphql";

import { authorize, requireActor, type RequestContext } from "#server/context.ts";
import { repeatedAnswer } from "#server/persistence/write.ts";

/**
 * Puts the access table before every query field and mutation: an operation that the table does
 * not name stops the server from starting, and one that it forbids never reaches its resolver.
 * The use case asks again for the very place that it touches.
 */
export function guardOperations(schema: GraphQLSchema): GraphQLSchema {
  const mutations = fieldsOf(schema.getMutationType());
  const fields = [...fieldsOf(schema.getQueryType()), ...mutations];
  const unruled = fields.filter((field) => operations[field.name] === undefined).map((field) => field.name);
  if (unruled.length > 0) {
    throw new Error(`No rule in domain/access/operations.ts for: ${unruled.join(", ")}`);
  }
  for (const field of mutations) repeatSafely(field);
  for (const field of fields) guard(field);
  return schema;
}

type Field = GraphQLField<unknown, RequestContext>;
type Call = Parameters<NonNullable<Field["resolve"]>>;

function fieldsOf(type: GraphQLObjectType | null | undefined): Field[] {
  return Object.values(type?.getFields() ?? {}) as Field[];
}

function guard(field: Field): void {
  const rule = operations[field.name];
  const resolve = field.resolve ?? defaultFieldResolver;
  if (rule === undefined || rule === "public") return;
  field.resolve = (...call: Call): unknown => {
    const ctx: RequestContext = call[2];
    if (rule === "signedIn") requireActor(ctx);
    else authorize(ctx, rule, "anywhere");
    return resolve(...call);
  };
}

/**
 * Answers a call that was made before under the same key with what it came to then, where its own
 * effect keeps it from coming to the same again: the revision has moved, the place is taken.
 */
function repeatSafely(field: Field): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = async (...call: Call) => {
    const { input } = call[1] as { input?: { idempotencyKey?: string | null } };
    if (!input?.idempotencyKey) return await resolve(...call);
    const attempt = await Promise.resolve(resolve(...call)).then(
      (answer: unknown) => ({ answer }),
      (error: unknown) => ({ error }),
    );
    const earlier = await repeatedAnswer(call[2], field.name, input);
    if (isOutcome(earlier?.answer) && !isSameOutcome(attempt, earlier.answer)) return earlier.answer;
    if ("error" in attempt) throw attempt.error;
    return attempt.answer;
  };
}

interface Outcome {
  readonly kind: string;
}

function isOutcome(answer: unknown): answer is Outcome {
  return typeof answer === "object" && answer !== null && "kind" in answer && typeof answer.kind === "string";
}

function isSameOutcome(attempt: object, earlier: Outcome): boolean {
  return "answer" in attempt && isOutcome(attempt.answer) && attempt.answer.kind === earlier.kind;
}
