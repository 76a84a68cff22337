import { type GraphQLSchema, GraphQLUnionType } from "graphql";
import { type ClassType, createUnionType } from "type-graphql";

/** The class that stands for each `kind`, by the name of the union. */
const classesByUnion = new Map<string, Readonly<Record<string, ClassType>>>();

/**
 * The union of what a use case may come to. The use case's outcome says which by its `kind`:
 * `outcomeUnion("UpgradeSiteOutcome", { upgraded: SiteUpgraded, conflicted: SiteUpgradeConflicted })`.
 */
export function outcomeUnion(name: string, byKind: Readonly<Record<string, ClassType>>): object {
  classesByUnion.set(name, byKind);
  return createUnionType({
    name,
    description: "What the use case came to.",
    types: () => Object.values(byKind) as [ClassType, ...ClassType[]],
    resolveType: (outcome: object) => byKind[(outcome as { readonly kind: string }).kind],
  });
}

/** Compiled execution needs the name of an outcome's type at once, where type-graphql gives a promise. */
export function resolveOutcomesAtOnce(schema: GraphQLSchema): void {
  for (const [name, byKind] of classesByUnion) {
    const union = schema.getType(name);
    if (!(union instanceof GraphQLUnionType)) continue;
    union.resolveType = (outcome: { readonly kind: string }) => byKind[outcome.kind]?.name;
  }
}
