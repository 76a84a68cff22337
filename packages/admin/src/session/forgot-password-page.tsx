import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { z } from "zod";
import { useText } from "#admin/i18n/use-text.ts";
import { EntityForm } from "#admin/ui/entity-form.tsx";
import { TextField } from "#admin/ui/field.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { Page } from "#admin/ui/page.tsx";
import { postToAuth } from "./auth-endpoint.ts";
import { useAuthFindings } from "./use-auth-findings.ts";

const schema = z.object({ email: z.email("session.email.invalid") });

/** Asks for a letter with a link; says the same whether or not there is such an account. */
export function ForgotPasswordPage() {
  const text = useText();
  const findingsOf = useAuthFindings();
  const [sentTo, setSentTo] = useState<string>();
  return (
    <Page title={text("session.forgot.title")} sentence={text("session.forgot.sentence")}>
      {sentTo !== undefined && (
        <Notice kind="good" isLive title={text("session.forgot.sent.title")}>
          {text("session.forgot.sent.text", { email: sentTo })}
        </Notice>
      )}
      <EntityForm
        schema={schema}
        defaultValues={{ email: "" }}
        saveLabel={text("session.forgot.do")}
        isUnguarded
        save={async (values) => findingsOf(await postToAuth("/request-password-reset", values))}
        onSaved={({ email }) => {
          setSentTo(email);
        }}
        otherActions={<Link to="/sign-in">{text("session.signIn.back")}</Link>}
      >
        <TextField name="email" type="email" label={text("session.email")} autoComplete="username" />
      </EntityForm>
    </Page>
  );
}
