import { Link } from "@tanstack/react-router";
import { useText } from "#admin/i18n/use-text.ts";
import { useMay } from "#admin/session/actor.ts";
import { Page } from "#admin/ui/page.tsx";
import { InvitationTable } from "./invitation-table.tsx";
import { MemberTable } from "./member-table.tsx";

/** Who may do what here, and who is still to accept. */
export function MembersPage() {
  const text = useText();
  const mayInvite = useMay("member.invite");
  return (
    <Page
      title={text("members.title")}
      sentence={text("members.sentence")}
      action={
        mayInvite && (
          <Link to="/members/invite" className="usa-button">
            {text("members.invite")}
          </Link>
        )
      }
    >
      <MemberTable />
      <h2>{text("members.invitations")}</h2>
      <InvitationTable />
    </Page>
  );
}
