import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

/** How many rows a list gives unless it is told. */
const DEFAULT_FIRST = 25;

/** An operation, and all that it takes to know how many rows it could give. */
export interface Counted {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The most rows that an operation could give: a list of 50 with lists of 20 inside it has 1,050. */
export function countRows({ schema, document, operation, variables }: Counted): number {
  const paged = pagedFields(schema);
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const counted = new Map<string, number>();

  const inFragment = (name: string): number => {
    const known = counted.get(name);
    if (known !== undefined) return known;
    const rows = inSelection(fragments.get(name)?.selectionSet);
    counted.set(name, rows);
    return rows;
  };

  const inField = (field: FieldNode): number => {
    const inside = inSelection(field.selectionSet);
    return paged.has(field.name.value) ? wanted(field, variables) * (1 + inside) : inside;
  };

  const inSelection = (selectionSet: SelectionSetNode | undefined): number => {
    let rows = 0;
    for (const selection of selectionSet?.selections ?? []) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) rows += inFragment(selection.name.value);
      else rows += selection.kind === Kind.FIELD ? inField(selection) : inSelection(selection.selectionSet);
    }
    return rows;
  };

  return inSelection(operation.selectionSet);
}

/** What `first` says; what is no number is left to the list itself to refuse. */
function wanted(field: FieldNode, variables: Readonly<Record<string, unknown>>): number {
  const value = field.arguments?.find(({ name }) => name.value === "first")?.value;
  const given =
    value?.kind === Kind.VARIABLE
      ? variables[value.name.value]
      : value?.kind === Kind.INT
        ? Number(value.value)
        : undefined;
  return typeof given === "number" && given > 0 ? given : DEFAULT_FIRST;
}

const pagedBySchema = new WeakMap<GraphQLSchema, ReadonlySet<string>>();

/** The names of the fields that take `first`. */
function pagedFields(schema: GraphQLSchema): ReadonlySet<string> {
  const known = pagedBySchema.get(schema);
  if (known) return known;
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) || isInterfaceType(type),
  );
  const fields = types.flatMap((type) => Object.values(type.getFields()));
  const names = new Set(
    fields.filter(({ args }) => args.some(({ name }) => name === "first")).map(({ name }) => name),
  );
  pagedBySchema.set(schema, names);
  return names;
}
