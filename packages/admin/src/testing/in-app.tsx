import { ApolloClient, ApolloLink, Observable } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { buildSchema, graphql, print } from "graphql";
import { type ReactNode, useMemo } from "react";
import { createCache } from "#admin/graphql/client.ts";
import { SessionContext } from "#admin/session/actor.ts";
import { parseAddress, writeAddress } from "#admin/ui/address.ts";
import schemaText from "../../../server/schema.graphql?raw";
import { InEnglish } from "./in-english.tsx";

const schema = buildSchema(schemaText);

/** What the API answers: fields of the query and mutations, as values or functions of their arguments. */
export type Answers = Readonly<Record<string, unknown>>;

export interface InAppProps {
  answers: Answers;
  permissions?: readonly string[];
  /** Where the component is shown, with its parameters: `/?as-of=2027-01-01`. */
  address?: string;
  children: ReactNode;
}

/** For tests of components that ask the API: the answers are checked against the API's own schema. */
export function InApp({ answers, permissions = [], address = "/", children }: InAppProps) {
  const client = useMemo(
    () => new ApolloClient({ cache: createCache(), link: answeringLink(answers), dataMasking: true }),
    [answers],
  );
  const router = useMemo(
    () =>
      createRouter({
        routeTree: createRootRoute({ component: () => children, notFoundComponent: () => children }),
        history: createMemoryHistory({ initialEntries: [address] }),
        parseSearch: parseAddress,
        stringifySearch: writeAddress,
      }),
    [address, children],
  );
  const session = useMemo(() => sessionOf(permissions), [permissions]);
  return (
    <InEnglish>
      <SessionContext value={session}>
        <ApolloProvider client={client}>
          <RouterProvider router={router as never} />
        </ApolloProvider>
      </SessionContext>
    </InEnglish>
  );
}

function answeringLink(answers: Answers): ApolloLink {
  return new ApolloLink(
    ({ query, variables }) =>
      new Observable((observer) => {
        graphql({ schema, source: print(query), rootValue: answers, variableValues: variables }).then(
          (result) => {
            observer.next(result as never);
            observer.complete();
          },
          (error: unknown) => {
            observer.error(error);
          },
        );
      }),
  );
}

function sessionOf(permissions: readonly string[]) {
  const nothing = () => Promise.resolve();
  const person = {
    name: "Cam Rivera",
    email: "cam@example.org",
    hat: "city" as const,
    hats: ["city" as const],
  };
  return {
    actor: { ...person, permissions: new Set(permissions) },
    refresh: nothing,
    wearHat: nothing,
  } as never;
}
