import { useText } from "#admin/i18n/use-text.ts";
import { Page } from "#admin/ui/page.tsx";

/** What needs the person who signed in. */
export function HomePage() {
  const text = useText();
  return (
    <Page title={text("home.title")} sentence={text("home.sentence")}>
      {null}
    </Page>
  );
}
