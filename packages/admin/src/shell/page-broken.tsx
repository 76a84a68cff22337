import type { ErrorComponentProps } from "@tanstack/react-router";
import { Button } from "@trussworks/react-uswds";
import { refusalCode, type RefusalCode } from "#admin/graphql/refusal.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { Notice } from "#admin/ui/notice.tsx";
import { Page } from "#admin/ui/page.tsx";

/** Shown inside the frame when a page cannot: the menu stays, and there is a way on. */
export function PageBroken({ error, reset }: ErrorComponentProps) {
  const text = useText();
  const reason = reasonFor(refusalCode(error));
  return (
    <Page title={text(`shell.broken.${reason}.title`)}>
      <Notice kind={reason === "broken" ? "problem" : "note"}>{text(`shell.broken.${reason}.text`)}</Notice>
      <div>
        <Button type="button" outline onClick={reset}>
          {text("shell.broken.again")}
        </Button>
      </div>
    </Page>
  );
}

function reasonFor(code: RefusalCode | undefined): "notFound" | "forbidden" | "broken" {
  if (code === "NOT_FOUND") return "notFound";
  return code === "FORBIDDEN" ? "forbidden" : "broken";
}
