import { ApolloClient, HttpLink, InMemoryCache } from "@apollo/client";
import { ApolloLink } from "@apollo/client/link";
import { SetContextLink } from "@apollo/client/link/context";
import { ErrorLink } from "@apollo/client/link/error";
import { idempotentInputs } from "./generated/idempotent-inputs.ts";
import { idempotencyLink } from "./idempotency-link.ts";
import { refusalCode } from "./refusal.ts";

export interface ClientSettings {
  /** The hat that the person acts under, if one was chosen. */
  hat: () => string | undefined;
  language: () => string;
  onSignedOut: () => void;
}

/** The one Apollo client: masked data, and on each request the hat and the language. */
export function createClient(settings: ClientSettings): ApolloClient {
  const context = new SetContextLink((before) => {
    const hat = settings.hat();
    return {
      headers: {
        ...(before["headers"] as Record<string, string> | undefined),
        "accept-language": settings.language(),
        ...(hat ? { "x-frontstep-hat": hat } : {}),
      },
    };
  });
  const signedOut = new ErrorLink(({ error }) => {
    if (refusalCode(error) === "SIGNED_OUT") settings.onSignedOut();
  });
  return new ApolloClient({
    cache: createCache(),
    link: ApolloLink.from([
      signedOut,
      context,
      idempotencyLink(idempotentInputs),
      new HttpLink({ uri: "/graphql" }),
    ]),
    dataMasking: true,
    defaultOptions: { watchQuery: { fetchPolicy: "cache-and-network" } },
  });
}

export function createCache(): InMemoryCache {
  return new InMemoryCache();
}
