import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from "react";
import { IntlProvider } from "react-intl";
import { type Language, loadMessages, preferredLanguage, rememberLanguage } from "./language.ts";

interface LanguageChoice {
  language: Language;
  choose: (language: Language) => void;
}

const LanguageContext = createContext<LanguageChoice | undefined>(undefined);

/** Loads the messages of the chosen language and keeps the choice on this computer. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(preferredLanguage);
  const [loaded, setLoaded] = useState<{ language: Language; messages: Record<string, string> }>();

  useEffect(() => {
    let isCurrent = true;
    void loadMessages(language).then((messages) => {
      if (!isCurrent) return;
      document.documentElement.lang = language;
      setLoaded({ language, messages });
    });
    return () => {
      isCurrent = false;
    };
  }, [language]);

  const choose = useCallback((chosen: Language) => {
    rememberLanguage(chosen);
    setLanguage(chosen);
  }, []);
  const choice = useMemo(() => ({ language, choose }), [language, choose]);

  if (!loaded) return null;
  return (
    <LanguageContext value={choice}>
      <IntlProvider
        locale={loaded.language === "en" ? "en-US" : "es-US"}
        defaultLocale="en-US"
        messages={loaded.messages}
      >
        {children}
      </IntlProvider>
    </LanguageContext>
  );
}

export function useLanguage(): LanguageChoice {
  const choice = use(LanguageContext);
  if (!choice) throw new Error("useLanguage needs a LanguageProvider above it");
  return choice;
}
