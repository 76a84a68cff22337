import { operations } from "@frontstep/domain/access";
import { defaultFieldResolver, type GraphQLField, type GraphQLSchema } from "graphql";

import { authorize, requireActor, type RequestContext } from "#server/context.ts";

/**
 * Puts the access table before every query field and mutation: an operation that the table does
 * not name stops the server from starting, and one that it forbids never reaches its resolver.
 * The use case asks again for the very place that it touches.
 */
export function guardOperations(schema: GraphQLSchema): GraphQLSchema {
  const roots = [schema.getQueryType(), schema.getMutationType()];
  const fields = roots.flatMap((root) => (root ? Object.values(root.getFields()) : []));
  const unruled = fields.filter((field) => operations[field.name] === undefined).map((field) => field.name);
  if (unruled.length > 0) {
    throw new Error(`No rule in domain/access/operations.ts for: ${unruled.join(", ")}`);
  }
  for (const field of fields) guard(field);
  return schema;
}

function guard(field: GraphQLField<unknown, RequestContext>): void {
  const rule = operations[field.name];
  const resolve = field.resolve ?? defaultFieldResolver;
  if (rule === undefined || rule === "public") return;
  field.resolve = (source, args, ctx, info) => {
    if (rule === "signedIn") requireActor(ctx);
    else authorize(ctx, rule, "anywhere");
    return resolve(source, args, ctx, info) as unknown;
  };
}
