import { useApolloClient } from "@apollo/client/react";
import { useEffect, useRef } from "react";
import { useLanguage } from "./language-provider.tsx";

/** When another language is chosen, asks again for what is shown: the server's texts are in the language of the request. */
export function AskAgainInLanguage() {
  const { language } = useLanguage();
  const client = useApolloClient();
  const asked = useRef(language);
  useEffect(() => {
    if (asked.current === language) return;
    asked.current = language;
    void client.refetchQueries({ include: "active" });
  }, [client, language]);
  return null;
}
