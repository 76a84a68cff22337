import type { ReactNode } from "react";
import { IntlProvider } from "react-intl";
import { messages } from "#admin/i18n/english.ts";

/** For tests of components: everything in English, without asking the browser. */
export function InEnglish({ children }: { children: ReactNode }) {
  return (
    <IntlProvider locale="en-US" messages={messages}>
      {children}
    </IntlProvider>
  );
}
