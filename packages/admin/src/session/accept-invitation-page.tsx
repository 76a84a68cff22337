import { useMutation, useQuery } from "@apollo/client/react";
import { Link, useNavigate } from "@tanstack/react-router";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { AcceptInvitationPageQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { addressParts, useAddressParams } from "#admin/ui/address.ts";
import { EntityForm } from "#admin/ui/entity-form.tsx";
import { TextField } from "#admin/ui/field.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { Page } from "#admin/ui/page.tsx";
import { PageSkeleton } from "#admin/ui/skeleton.tsx";
import { useSession } from "./actor.ts";
import { postToAuth } from "./auth-endpoint.ts";
import { newPasswordSchema } from "./new-password.ts";
import { NewPasswordFields } from "./new-password-fields.tsx";
import { signInAddress } from "./sign-in-address.ts";

const acceptInvitationPageQuery = graphql(`
  query AcceptInvitationPage($token: String!) {
    invitation(token: $token) {
      email
      hasAccount
      invitedBy
      role
    }
  }
`);

const acceptMutation = graphql(`
  mutation AcceptInvitationPage_accept($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      ... on AccessRefused {
        findings {
          code
          severity
          path
          message
        }
      }
    }
  }
`);

type Offer = NonNullable<AcceptInvitationPageQuery["invitation"]>;

/** Where the link in an invitation leads: who invites to what, and the way to take it up. */
export function AcceptInvitationPage() {
  const text = useText();
  const token = useAddressParams()["token"] ?? "";
  const data = loaded(
    useQuery(acceptInvitationPageQuery, { variables: { token }, fetchPolicy: "network-only" }),
  );
  if (!data) return <PageSkeleton />;
  const offer = data.invitation;
  if (!offer) {
    return (
      <Page title={text("session.invitation.title")}>
        <Notice kind="problem">{text("session.invitation.gone")}</Notice>
      </Page>
    );
  }
  const sentence = text("session.invitation.sentence", {
    invitedBy: offer.invitedBy,
    role: text(`session.role.${offer.role}`),
  });
  return (
    <Page title={text("session.invitation.title")} sentence={sentence}>
      {offer.hasAccount ? (
        <AcceptAsMember offer={offer} token={token} />
      ) : (
        <AcceptAsNewcomer offer={offer} token={token} />
      )}
    </Page>
  );
}

function AcceptAsNewcomer({ offer, token }: { offer: Offer; token: string }) {
  const text = useText();
  const navigate = useNavigate();
  const { refresh } = useSession();
  const [accept] = useMutation(acceptMutation);
  return (
    <EntityForm
      schema={newcomerSchema}
      defaultValues={{ name: "", newPassword: "", again: "" }}
      saveLabel={text("session.invitation.accept")}
      isUnguarded
      save={async ({ name, newPassword }) => {
        const { data } = await accept({ variables: { input: { token, name, password: newPassword } } });
        const outcome = data?.acceptInvitation;
        return outcome?.__typename === "AccessRefused" ? outcome.findings.map(besideNewPassword) : [];
      }}
      onSaved={({ newPassword }) => {
        void postToAuth("/sign-in/email", { email: offer.email, password: newPassword })
          .then(refresh)
          .then(() => navigate({ to: "/" }));
      }}
    >
      <p>{text("session.invitation.newcomer", { email: offer.email })}</p>
      <TextField
        name="name"
        label={text("session.name")}
        help={text("session.name.help")}
        autoComplete="name"
      />
      <NewPasswordFields />
    </EntityForm>
  );
}

const newcomerSchema = newPasswordSchema.and(
  z.object({ name: z.string().trim().min(1, "ui.form.required") }),
);

function besideNewPassword<Finding extends { path: string }>(finding: Finding): Finding {
  return finding.path === "password" ? { ...finding, path: "newPassword" } : finding;
}

function AcceptAsMember({ offer, token }: { offer: Offer; token: string }) {
  const text = useText();
  const navigate = useNavigate();
  const { actor, refresh } = useSession();
  const [accept] = useMutation(acceptMutation);
  if (!actor) {
    return (
      <>
        <p>{text("session.invitation.member", { email: offer.email })}</p>
        <p>
          <Link
            className="usa-button"
            {...addressParts(signInAddress(`/accept-invitation?token=${encodeURIComponent(token)}`))}
          >
            {text("session.signIn.do")}
          </Link>
        </p>
      </>
    );
  }
  return (
    <EntityForm
      schema={z.object({})}
      defaultValues={{}}
      saveLabel={text("session.invitation.accept")}
      isUnguarded
      save={async () => {
        const { data } = await accept({ variables: { input: { token } } });
        const outcome = data?.acceptInvitation;
        return outcome?.__typename === "AccessRefused" ? outcome.findings : [];
      }}
      onSaved={() => {
        void refresh().then(() => navigate({ to: "/" }));
      }}
    >
      <p>{text("session.invitation.signedIn", { name: actor.name, email: actor.email })}</p>
    </EntityForm>
  );
}
