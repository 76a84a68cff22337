import { ApolloClient, gql, InMemoryCache } from "@apollo/client";
import { ApolloLink, execute } from "@apollo/client/link";
import { lastValueFrom, of, throwError } from "rxjs";
import { expect, test } from "vitest";
import { idempotencyLink } from "./idempotency-link.ts";

const save = gql`
  mutation SaveOnce($input: SaveJurisdictionInput!) {
    saveJurisdiction(input: $input) {
      __typename
    }
  }
`;

/** Sends the mutation through the link to a server that fails as often as told, and lists the keys it saw. */
function sender(failures: number) {
  const seen: unknown[] = [];
  const server = new ApolloLink((operation) => {
    seen.push((operation.variables["input"] as Record<string, unknown>)["idempotencyKey"]);
    return seen.length <= failures
      ? throwError(() => new Error("lost"))
      : of({ data: { saveJurisdiction: null } });
  });
  const link = idempotencyLink(new Set(["SaveJurisdictionInput"])).concat(server);
  const client = new ApolloClient({ cache: new InMemoryCache(), link });
  const send = (input: object) =>
    lastValueFrom(execute(link, { query: save, variables: { input } }, { client })).then(
      () => true,
      () => false,
    );
  return { seen, send };
}

test("the same act sent again after a lost connection has the same key", async () => {
  const { seen, send } = sender(1);
  expect(await send({ name: "a" })).toBe(false);
  expect(await send({ name: "a" })).toBe(true);
  expect(seen[0]).toBe(seen[1]);
});

test("the same act done twice on purpose has two keys", async () => {
  const { seen, send } = sender(0);
  await send({ name: "a" });
  await send({ name: "a" });
  expect(seen[0]).not.toBe(seen[1]);
});
