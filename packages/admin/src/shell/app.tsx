import { ApolloProvider } from "@apollo/client/react";
import { RouterProvider } from "@tanstack/react-router";
import { useMemo } from "react";
import { createClient } from "#admin/graphql/client.ts";
import { AskAgainInLanguage } from "#admin/i18n/ask-again-in-language.tsx";
import { preferredLanguage } from "#admin/i18n/language.ts";
import { LanguageProvider } from "#admin/i18n/language-provider.tsx";
import { ActorProvider, forgetActor } from "#admin/session/actor-provider.tsx";
import { chosenHat } from "#admin/session/hat.ts";
import { createAppRouter } from "./create-app-router.tsx";

/** Everything that a page stands on: language, API client, session, router. */
export function App() {
  const { client, router } = useMemo(() => start(), []);
  return (
    <LanguageProvider>
      <ApolloProvider client={client}>
        <AskAgainInLanguage />
        <ActorProvider>
          <RouterProvider router={router} />
        </ActorProvider>
      </ApolloProvider>
    </LanguageProvider>
  );
}

function start() {
  const router = createAppRouter();
  const client = createClient({
    hat: chosenHat,
    language: preferredLanguage,
    // A page that needs somebody signed in then leads to the sign-in page by itself.
    onSignedOut: () => {
      forgetActor(client);
    },
  });
  return { client, router };
}
