import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rootFolder } from "@frontstep/server";
import {
  buildSchema,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  getNamedType,
} from "graphql";
import type { World } from "./worlds.ts";

/** The committed contract of the API. */
export function committedSchema(): GraphQLSchema {
  return buildSchema(readFileSync(join(rootFolder(), "packages", "server", "schema.graphql"), "utf8"));
}

/** A query field or mutation of the schema, and a document that calls it. */
export interface GeneratedOperation {
  readonly name: string;
  readonly isMutation: boolean;
  /** Whether its input has an idempotency key. */
  readonly takesKey: boolean;
  /** Whether its input has the revision that was read. */
  readonly takesRevision: boolean;
  /** The variables of a call about this world's things. */
  variables(world: World): Record<string, unknown>;
  readonly document: string;
}

/** Every operation of the schema, as a document that can be sent. */
export function generatedOperations(schema: GraphQLSchema): GeneratedOperation[] {
  const queries = Object.values(schema.getQueryType()?.getFields() ?? {}).map((field) =>
    generated(field, false),
  );
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {}).map((field) =>
    generated(field, true),
  );
  return [...queries, ...mutations];
}

function generated(field: GraphQLField<unknown, unknown>, isMutation: boolean): GeneratedOperation {
  const declared = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(", ");
  const passed = field.args.map(({ name }) => `${name}: $${name}`).join(", ");
  const selection = isLeafType(getNamedType(field.type)) ? "" : selectionOf(field);
  const head = declared === "" ? "" : ` (${declared})`;
  const call = passed === "" ? field.name : `${field.name}(${passed})`;
  return {
    name: field.name,
    isMutation,
    takesKey: takes(field, "idempotencyKey"),
    takesRevision: takes(field, "expectedRevision"),
    document: `${isMutation ? "mutation" : "query"}${head} { ${call}${selection} }`,
    variables: (world) =>
      Object.fromEntries(field.args.map((argument) => [argument.name, valueOf(argument, world)])),
  };
}

function takes(field: GraphQLField<unknown, unknown>, name: string): boolean {
  return field.args.some(({ type }) => {
    const input = getNamedType(type);
    return isInputObjectType(input) && name in input.getFields();
  });
}

/** A list is asked for its rows, anything else for nothing but its type. */
function selectionOf(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  if (!("getFields" in type) || isInputObjectType(type)) return " { __typename }";
  const names = Object.values(type.getFields()).filter(
    (each) => isLeafType(getNamedType(each.type)) && each.args.length === 0,
  );
  if (type.name.endsWith("Connection")) return " { totalCount edges { node { __typename } } }";
  return ` { __typename ${names.map(({ name }) => name).join(" ")} }`;
}

function valueOf({ name, type }: Pick<GraphQLArgument, "name" | "type">, world: World): unknown {
  if (isNonNullType(type)) return requiredValue(name, type.ofType, world);
  const place = BY_NAME[name];
  return place && !isInputObjectType(getNamedType(type)) ? place(world) : undefined;
}

function requiredValue(name: string, type: GraphQLInputType, world: World): unknown {
  if (isListType(type)) return [];
  if (isInputObjectType(type)) {
    return Object.fromEntries(
      Object.values(type.getFields()).map((field) => [
        field.name,
        field.defaultValue ?? valueOf(field, world),
      ]),
    );
  }
  if (isEnumType(type)) return type.getValues()[0]?.name;
  return BY_NAME[name]?.(world) ?? BY_TYPE[getNamedType(type).name]?.(world) ?? "1";
}

const BY_NAME: Readonly<Record<string, (world: World) => unknown>> = {
  jurisdictionId: (world) => world.jurisdictionId,
  jurisdictionIds: (world) => [world.jurisdictionId],
  siteId: (world) => world.siteId,
  organizationId: (world) => world.organizationId,
  officerId: (world) => world.officerId,
  stateCode: (world) => world.stateCode,
  email: () => "someone@example.org",
  url: () => "https://example.org/",
  timeZone: () => "America/New_York",
};

const BY_TYPE: Readonly<Record<string, (world: World) => unknown>> = {
  ID: (world) => world.siteId,
  Int: () => 1,
  Float: () => 1,
  Boolean: () => true,
  Date: () => "2026-07-01",
  DateTime: () => "2026-07-01T12:00:00.000Z",
  Period: () => "2026",
  JSON: () => ({}),
};
