import { Link } from "@tanstack/react-router";
import { useText } from "#admin/i18n/use-text.ts";
import { Page } from "#admin/ui/page.tsx";

/** An address that the site map does not have. */
export function PageMissing() {
  const text = useText();
  return (
    <Page title={text("shell.missing.title")} sentence={text("shell.missing.text")}>
      <p>
        <Link to="/">{text("shell.missing.home")}</Link>
      </p>
    </Page>
  );
}
