import { useQuery } from "@apollo/client/react";
import { FormattedDate } from "react-intl";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useMay } from "#admin/session/actor.ts";
import { usePathParam } from "#admin/ui/address.ts";
import { Notice } from "#admin/ui/notice.tsx";
import { Page } from "#admin/ui/page.tsx";
import { PageSkeleton } from "#admin/ui/skeleton.tsx";
import { ChangeRole } from "./change-role.tsx";
import { RemoveMember } from "./remove-member.tsx";

const memberPageQuery = graphql(`
  query MemberPage($id: ID!) {
    actor {
      rolesToGive
    }
    member(id: $id) {
      id
      name
      email
      role
      placeName
      since
      revision
    }
  }
`);

/** One role that a person holds: since when, and the way to change it or take it away. */
export function MemberPage() {
  const text = useText();
  const mayManage = useMay("member.manage");
  const id = usePathParam("membershipId");
  const data = loaded(useQuery(memberPageQuery, { variables: { id }, fetchPolicy: "network-only" }));
  const trail = [{ label: text("members.title"), to: "/members" }];
  if (!data) return <PageSkeleton />;
  const { member, actor } = data;
  if (!member) {
    return (
      <Page title={text("members.record")} trail={trail}>
        <Notice kind="note">{text("members.gone")}</Notice>
      </Page>
    );
  }
  const isGiven = actor?.rolesToGive.includes(member.role) ?? false;
  return (
    <Page title={member.name} sentence={member.email} trail={trail}>
      <p>
        {text("members.holds", { role: text(`session.role.${member.role}`), place: member.placeName })}{" "}
        <FormattedDate value={member.since} dateStyle="medium" />
      </p>
      {mayManage && isGiven && (
        <>
          <ChangeRole member={member} choices={actor?.rolesToGive ?? []} />
          <RemoveMember member={member} />
        </>
      )}
    </Page>
  );
}
