import { useText } from "#admin/i18n/use-text.ts";
import { Notice } from "#admin/ui/notice.tsx";
import { Page } from "#admin/ui/page.tsx";

/** In place of a page about an assignment that is not there, or not open to the reader. */
export function AssignmentMissing() {
  const text = useText();
  return (
    <Page title={text("roster.assignment.missing.title")}>
      <Notice kind="note">{text("roster.assignment.missing.text")}</Notice>
    </Page>
  );
}
