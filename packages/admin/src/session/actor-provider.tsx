import { gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient, useQuery } from "@apollo/client/react";
import { type ReactNode, useCallback, useMemo } from "react";
import { type Actor, SessionContext } from "./actor.ts";
import { type Hat, rememberHat } from "./hat.ts";

interface ActorAnswer {
  actor: { name: string; email: string; hat: Hat; hats: Hat[]; permissions: string[] } | null;
}

const actorQuery: TypedDocumentNode<ActorAnswer> = gql`
  query ActorProvider {
    actor {
      name
      email
      hat
      hats
      permissions
    }
  }
`;

/** Asks once who is signed in, and keeps the answer for every page. */
export function ActorProvider({ children }: { children: ReactNode }) {
  const client = useApolloClient();
  const { data, error, refetch } = useQuery(actorQuery, { fetchPolicy: "network-only" });

  const refresh = useCallback(async () => {
    await client.clearStore();
    await refetch();
  }, [client, refetch]);
  const wearHat = useCallback(
    async (hat: Hat) => {
      rememberHat(hat);
      await refresh();
    },
    [refresh],
  );
  const actor = actorOf(data, error !== undefined);
  const session = useMemo(() => ({ actor, refresh, wearHat }), [actor, refresh, wearHat]);
  return <SessionContext value={session}>{children}</SessionContext>;
}

function actorOf(data: ActorAnswer | undefined, hasFailed: boolean): Actor | null | undefined {
  if (hasFailed) return null;
  if (!data) return undefined;
  return data.actor && { ...data.actor, permissions: new Set(data.actor.permissions) };
}
