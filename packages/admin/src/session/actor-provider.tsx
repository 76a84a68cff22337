import type { ApolloClient } from "@apollo/client";
import { useApolloClient, useQuery } from "@apollo/client/react";
import { type ReactNode, useCallback, useMemo } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { ActorProviderQuery } from "#admin/graphql/generated/graphql.ts";
import { type Actor, SessionContext } from "./actor.ts";
import { type Hat, hats, rememberHat } from "./hat.ts";

const actorProviderQuery = graphql(`
  query ActorProvider {
    actor {
      name
      email
      hat
      hats
      permissions
      roles {
        role
        placeName
        jurisdictionId
        organizationId
        siteId
        stateCode
      }
    }
  }
`);

/** The session has ended on the server: from now on nobody is signed in here either. */
export function forgetActor(client: ApolloClient): void {
  client.writeQuery({ query: actorProviderQuery, data: { actor: null } });
}

/** Asks once who is signed in, and keeps the answer for every page. */
export function ActorProvider({ children }: { children: ReactNode }) {
  const client = useApolloClient();
  const { data, error, refetch } = useQuery(actorProviderQuery, { fetchPolicy: "network-only" });

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
  const actor = useMemo(() => actorOf(data, error !== undefined), [data, error]);
  const session = useMemo(() => ({ actor, refresh, wearHat }), [actor, refresh, wearHat]);
  return <SessionContext value={session}>{children}</SessionContext>;
}

function actorOf(data: ActorProviderQuery | undefined, hasFailed: boolean): Actor | null | undefined {
  if (hasFailed) return null;
  if (!data) return undefined;
  const { actor } = data;
  return (
    actor && {
      ...actor,
      hat: hats.find((hat) => hat === actor.hat),
      hats: hats.filter((hat) => actor.hats.includes(hat)),
      permissions: new Set(actor.permissions),
    }
  );
}
