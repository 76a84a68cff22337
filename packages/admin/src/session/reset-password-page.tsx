import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useText } from "#admin/i18n/use-text.ts";
import { useAddressParams } from "#admin/ui/address.ts";
import { EntityForm } from "#admin/ui/entity-form.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { Page } from "#admin/ui/page.tsx";
import { postToAuth } from "./auth-endpoint.ts";
import { newPasswordSchema } from "./new-password.ts";
import { NewPasswordFields } from "./new-password-fields.tsx";
import { useAuthFindings } from "./use-auth-findings.ts";

/** Where the link in the letter leads: a new password, once. */
export function ResetPasswordPage() {
  const text = useText();
  const findingsOf = useAuthFindings();
  const token = useAddressParams()["token"];
  const [isDone, setIsDone] = useState(false);
  if (isDone || !token) {
    return (
      <Page title={text("session.reset.title")}>
        <Notice kind={isDone ? "good" : "problem"} isLive>
          {text(isDone ? "session.reset.done" : "session.said.INVALID_TOKEN")}
        </Notice>
        <p>
          {isDone ? (
            <Link to="/sign-in">{text("session.signIn.do")}</Link>
          ) : (
            <Link to="/forgot-password">{text("session.forgot.link")}</Link>
          )}
        </p>
      </Page>
    );
  }
  return (
    <Page title={text("session.reset.title")} sentence={text("session.reset.sentence")}>
      <EntityForm
        schema={newPasswordSchema}
        defaultValues={{ newPassword: "", again: "" }}
        saveLabel={text("session.reset.do")}
        isUnguarded
        save={async ({ newPassword }) =>
          findingsOf(await postToAuth("/reset-password", { token, newPassword }))
        }
        onSaved={() => {
          setIsDone(true);
        }}
      >
        <NewPasswordFields />
      </EntityForm>
    </Page>
  );
}
