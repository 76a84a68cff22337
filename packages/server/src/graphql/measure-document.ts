import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

/** How large a document is, with its fragments written out. */
export interface Measures {
  /** Levels of fields; a fragment is no level. What `__schema` holds is measured by graphql itself. */
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly fields: number;
  /** How often the most repeated field stands in one selection. */
  readonly repeats: number;
}

const NOTHING: Measures = { depth: 0, aliases: 0, directives: 0, fields: 0, repeats: 0 };

/** The fragments of a document, and what those already measured came to. */
interface Fragments {
  readonly byName: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly measured: Map<string, Measures>;
}

/**
 * Measures the largest operation of a document. Each fragment is measured once, however often it is
 * spread, so that the measuring itself cannot be made to run long.
 */
export function measureDocument(document: DocumentNode): Measures {
  const byName = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) byName.set(node.name.value, node);
  }
  const fragments: Fragments = { byName, measured: new Map() };
  let largest = NOTHING;
  for (const node of document.definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue;
    const own = { ...NOTHING, directives: node.directives?.length ?? 0 };
    largest = atLeast(largest, beside(ofSelections(node.selectionSet, fragments), own));
  }
  return largest;
}

function ofFragment(name: string, fragments: Fragments): Measures {
  const known = fragments.measured.get(name);
  if (known) return known;
  // A fragment that spreads itself is refused by graphql's own rules; here it measures nothing.
  fragments.measured.set(name, NOTHING);
  const measures = ofSelections(fragments.byName.get(name)?.selectionSet, fragments);
  fragments.measured.set(name, measures);
  return measures;
}

function ofSelections(selectionSet: SelectionSetNode | undefined, fragments: Fragments): Measures {
  let total = { ...NOTHING, repeats: mostRepeated(selectionSet) };
  for (const selection of selectionSet?.selections ?? []) {
    const own = { ...NOTHING, directives: selection.directives?.length ?? 0 };
    total = beside(total, beside(own, ofSelection(selection, fragments)));
  }
  return total;
}

function ofSelection(selection: SelectionNode, fragments: Fragments): Measures {
  if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value, fragments);
  if (selection.kind === Kind.INLINE_FRAGMENT) return ofSelections(selection.selectionSet, fragments);
  const inner =
    selection.name.value === "__schema" ? NOTHING : ofSelections(selection.selectionSet, fragments);
  return {
    ...inner,
    depth: inner.depth + 1,
    aliases: inner.aliases + (selection.alias ? 1 : 0),
    fields: inner.fields + 1,
  };
}

function beside(left: Measures, right: Measures): Measures {
  return {
    depth: Math.max(left.depth, right.depth),
    aliases: left.aliases + right.aliases,
    directives: left.directives + right.directives,
    fields: left.fields + right.fields,
    repeats: Math.max(left.repeats, right.repeats),
  };
}

function atLeast(left: Measures, right: Measures): Measures {
  return {
    depth: Math.max(left.depth, right.depth),
    aliases: Math.max(left.aliases, right.aliases),
    directives: Math.max(left.directives, right.directives),
    fields: Math.max(left.fields, right.fields),
    repeats: Math.max(left.repeats, right.repeats),
  };
}

function mostRepeated(selectionSet: SelectionSetNode | undefined): number {
  const counts = new Map<string, number>();
  for (const selection of selectionSet?.selections ?? []) {
    if (selection.kind === Kind.FIELD)
      counts.set(selection.name.value, (counts.get(selection.name.value) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}
