import { Link } from "@tanstack/react-router";
import { z } from "zod";
import { useText } from "#admin/i18n/use-text.ts";
import { useAddressParams } from "#admin/ui/address.ts";
import { EntityForm } from "#admin/ui/entity-form.tsx";
import { TextField } from "#admin/ui/field.tsx";
import { GoTo } from "#admin/ui/go-to.tsx";
import { Page } from "#admin/ui/page.tsx";
import { useSession } from "./actor.ts";
import { postToAuth } from "./auth-endpoint.ts";
import { addressAfterSignIn } from "./sign-in-address.ts";
import { useAuthFindings } from "./use-auth-findings.ts";

const schema = z.object({
  email: z.email("session.email.invalid"),
  password: z.string().min(1, "ui.form.required"),
});

/** The way in: e-mail address and password. Afterwards to where the person was going. */
export function SignInPage() {
  const text = useText();
  const { actor, refresh } = useSession();
  const findingsOf = useAuthFindings();
  const to = addressAfterSignIn(useAddressParams()["from"]);
  if (actor) return <GoTo address={to} />;
  return (
    <Page title={text("session.signIn.title")} sentence={text("session.signIn.sentence")}>
      <EntityForm
        schema={schema}
        defaultValues={{ email: "", password: "" }}
        saveLabel={text("session.signIn.do")}
        isUnguarded
        save={async (values) => {
          const answer = await postToAuth("/sign-in/email", values);
          if (answer.isOk) await refresh();
          return findingsOf(answer);
        }}
        otherActions={<Link to="/forgot-password">{text("session.forgot.link")}</Link>}
      >
        <TextField name="email" type="email" label={text("session.email")} autoComplete="username" />
        <TextField
          name="password"
          type="password"
          label={text("session.password")}
          autoComplete="current-password"
        />
      </EntityForm>
    </Page>
  );
}
