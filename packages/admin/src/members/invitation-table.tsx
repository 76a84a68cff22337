import { useMutation, useQuery } from "@apollo/client/react";
import { useMemo, useState } from "react";
import { FormattedDate } from "react-intl";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { InvitationTableQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { DataTable } from "#admin/ui/data-table.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import type { Column } from "#admin/ui/table-column.ts";

const invitationTableQuery = graphql(`
  query InvitationTable {
    invitations(first: 100) {
      totalCount
      edges {
        node {
          id
          email
          role
          placeName
          invitedBy
          expiresAt
          revision
        }
      }
    }
  }
`);

const revokeMutation = graphql(`
  mutation InvitationTable_revoke($input: RevokeInvitationInput!) {
    revokeInvitation(input: $input) {
      id
      email
    }
  }
`);

type Row = InvitationTableQuery["invitations"]["edges"][number]["node"];

/** Invitations that wait to be accepted, and the way to take one back. */
export function InvitationTable() {
  const text = useText();
  const result = useQuery(invitationTableQuery, { fetchPolicy: "cache-and-network" });
  const list = (loaded(result) ?? result.previousData)?.invitations;
  const { takeBack, said } = useTakingBack(() => void result.refetch());
  return (
    <>
      {said && (
        <Notice kind={said.kind} isLive>
          {said.sentence}
        </Notice>
      )}
      <DataTable
        name="invitations"
        caption={text("members.invitations")}
        columns={useColumns(takeBack)}
        rows={useMemo(() => list?.edges.map((edge) => edge.node) ?? [], [list])}
        rowKey={(row) => row.id}
        totalCount={list?.totalCount}
        isLoading={result.loading}
        empty={<p>{text("members.invitations.none")}</p>}
      />
    </>
  );
}

interface Said {
  readonly kind: "good" | "problem";
  readonly sentence: string;
}

function useTakingBack(onDone: () => void) {
  const text = useText();
  const [said, setSaid] = useState<Said>();
  const [revoke] = useMutation(revokeMutation);
  const takeBack = async ({ id, email, revision }: Row) => {
    await revoke({ variables: { input: { invitationId: id, expectedRevision: revision } } }).then(
      () => {
        setSaid({ kind: "good", sentence: text("members.takenBack", { email }) });
      },
      () => {
        setSaid({ kind: "problem", sentence: text("members.takenBack.failed", { email }) });
      },
    );
    onDone();
  };
  return { takeBack, said };
}

function useColumns(takeBack: (row: Row) => Promise<void>): readonly Column<Row>[] {
  const text = useText();
  return [
    { id: "email", header: text("members.email"), value: (row) => row.email },
    { id: "role", header: text("members.role"), value: (row) => text(`session.role.${row.role}`) },
    { id: "place", header: text("members.place"), value: (row) => row.placeName },
    { id: "invitedBy", header: text("members.invitedBy"), value: (row) => row.invitedBy },
    {
      id: "expires",
      header: text("members.expires"),
      value: (row) => row.expiresAt,
      cell: (row) => <FormattedDate value={row.expiresAt} dateStyle="medium" />,
    },
    {
      id: "action",
      header: text("members.action"),
      value: () => null,
      canSort: false,
      cell: (row) => (
        <button type="button" className="usa-button usa-button--unstyled" onClick={() => void takeBack(row)}>
          {text("members.takeBack", { email: row.email })}
        </button>
      ),
    },
  ];
}
