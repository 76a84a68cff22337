import { isInputObjectType } from "graphql";

/** Lists the input types that take an idempotency key, so that the client can add one by itself. */
export function plugin(schema) {
  const names = Object.values(schema.getTypeMap())
    .filter((type) => isInputObjectType(type) && "idempotencyKey" in type.getFields())
    .map((type) => type.name)
    .sort();
  return `export const idempotentInputs: ReadonlySet<string> = new Set(${JSON.stringify(names)});\n`;
}
