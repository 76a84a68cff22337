import { ApolloLink } from "@apollo/client/link";
import { getMainDefinition } from "@apollo/client/utilities";
import { type DocumentNode, Kind, OperationTypeNode, type TypeNode } from "graphql";
import { tap } from "rxjs";

/** Name of the input type of the operation's `$input` variable, if it is a mutation with one. */
function inputTypeName(document: DocumentNode): string | undefined {
  const definition = getMainDefinition(document);
  if (definition.kind !== Kind.OPERATION_DEFINITION || definition.operation !== OperationTypeNode.MUTATION)
    return undefined;
  const variable = definition.variableDefinitions?.find((each) => each.variable.name.value === "input");
  return variable && typeName(variable.type);
}

function typeName(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : typeName(type.type);
}

/**
 * Gives each mutation an idempotency key where its input takes one. A key is kept until the server
 * answers, so that pressing the button again after a lost connection repeats the act, not doubles it.
 */
export function idempotencyLink(idempotentInputs: ReadonlySet<string>): ApolloLink {
  const unanswered = new Map<string, string>();
  return new ApolloLink((operation, forward) => {
    const name = inputTypeName(operation.query);
    const input: unknown = operation.variables["input"];
    if (
      !name ||
      !idempotentInputs.has(name) ||
      typeof input !== "object" ||
      input === null ||
      "idempotencyKey" in input
    ) {
      return forward(operation);
    }
    const act = `${operation.operationName ?? ""}:${JSON.stringify(input)}`;
    const idempotencyKey = unanswered.get(act) ?? crypto.randomUUID();
    unanswered.set(act, idempotencyKey);
    operation.variables["input"] = { ...input, idempotencyKey };
    return forward(operation).pipe(tap({ next: () => unanswered.delete(act) }));
  });
}
