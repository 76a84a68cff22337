import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { PartnersPanelQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useMay } from "#admin/session/actor.ts";
import { DataTable } from "#admin/ui/data-table.tsx";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { Skeleton } from "#admin/ui/skeleton.tsx";
import { type StatusKind, StatusTag } from "#admin/ui/status-tag.tsx";
import type { Column } from "#admin/ui/table-column.ts";
import { AgreementStanding } from "./agreement-standing.tsx";
import "./partners.css";

const partnersPanelQuery = graphql(`
  query PartnersPanel($siteId: ID!) {
    site(id: $siteId) {
      id
      partners {
        siteId
        requiredCount
        heldCount
        gapCount
        lapsingCount
        roles {
          partnerRoleKey
          title
          requirement
          standing
          typicalHolder
          partnerships {
            id
            jurisdictionId
            stage
            organization {
              id
              publicName
            }
            standing {
              kind
              on
              daysLeft
            }
          }
        }
      }
    }
  }
`);

type Role = NonNullable<NonNullable<PartnersPanelQuery["site"]>["partners"]>["roles"][number];

const kinds: Record<Role["standing"], StatusKind> = {
  GAP: "problem",
  LAPSING: "attention",
  HELD: "good",
  OPEN: "plain",
};

/** The partner roles of a site, gaps first: who has each, under which agreement, until when. */
export function PartnersPanel({ siteId }: { siteId: string }) {
  const text = useText();
  const result = useQuery(partnersPanelQuery, { variables: { siteId } });
  const columns = useColumns(siteId);
  const shown = loaded(result) ?? result.previousData;
  if (!shown) return <Skeleton lines={8} />;
  const partners = shown.site?.partners;
  if (!partners) return <Notice kind="note">{text("partners.closedToYou")}</Notice>;
  return (
    <section className="fs-stack" aria-label={text("partners.title")}>
      <Summary held={partners.heldCount} required={partners.requiredCount} lapsing={partners.lapsingCount} />
      <DataTable
        name="partner-roles"
        caption={text("partners.roles")}
        columns={columns}
        rows={partners.roles}
        rowKey={(role) => role.partnerRoleKey}
        empty={
          <EmptyState title={text("partners.roles.empty.title")}>
            {text("partners.roles.empty.text")}
          </EmptyState>
        }
      />
    </section>
  );
}

function Summary({ held, required, lapsing }: { held: number; required: number; lapsing: number }) {
  const text = useText();
  if (required === 0) return null;
  const words = text("partners.summary", { held, required });
  if (held < required)
    return (
      <Notice kind="warning" title={words}>
        {text("partners.summary.gap")}
      </Notice>
    );
  if (lapsing > 0)
    return (
      <Notice kind="warning" title={words}>
        {text("partners.summary.lapsing", { lapsing })}
      </Notice>
    );
  return <Notice kind="good">{words}</Notice>;
}

function useColumns(siteId: string): readonly Column<Role>[] {
  const text = useText();
  const mayManage = useMay("partner.manage");
  return useMemo(() => {
    const columns: Column<Role>[] = [
      {
        id: "role",
        header: text("partners.role"),
        value: (role) => role.title,
        cell: (role) => (
          <span className="fs-stack fs-stack--tight">
            {role.title}
            {role.typicalHolder && <span className="fs-soft">{role.typicalHolder}</span>}
          </span>
        ),
      },
      {
        id: "standing",
        header: text("partners.roleStanding"),
        value: (role) => text(`partners.roleStanding.${role.standing}`),
        cell: (role) => (
          <StatusTag kind={kinds[role.standing]}>{text(`partners.roleStanding.${role.standing}`)}</StatusTag>
        ),
      },
      {
        id: "requirement",
        header: text("partners.requirement"),
        value: (role) => text(`partners.requirement.${role.requirement}`),
      },
      {
        id: "organizations",
        header: text("partners.organizations"),
        value: (role) =>
          role.partnerships.map(({ organization }) => organization.publicName).join("; ") || null,
        cell: (role) => <Organizations role={role} />,
      },
    ];
    if (!mayManage) return columns;
    return [
      ...columns,
      {
        id: "act",
        header: text("partners.act"),
        value: () => null,
        canSort: false,
        cell: (role: Role) => (
          <Link
            to={`/sites/${siteId}/partners/new`}
            search={{ role: role.partnerRoleKey }}
            className={
              role.standing === "GAP"
                ? "usa-button fs-small-button"
                : "usa-button usa-button--outline fs-small-button"
            }
            aria-label={text("partners.begin.for", { role: role.title })}
          >
            {text("partners.begin")}
          </Link>
        ),
      },
    ];
  }, [text, mayManage, siteId]);
}

function Organizations({ role }: { role: Role }) {
  const text = useText();
  if (role.partnerships.length === 0) return <span className="fs-soft">{text("partners.nobody")}</span>;
  return (
    <ul className="fs-plain fs-stack fs-stack--tight">
      {role.partnerships.map(({ id, jurisdictionId, organization, stage, standing }) => (
        <li key={id} className="fs-stack fs-stack--tight">
          <span>
            <Link to={`/partnerships/${jurisdictionId}/${id}`}>{organization.publicName}</Link>
            <span className="fs-soft"> · {text(`partners.stage.${stage}`)}</span>
          </span>
          <AgreementStanding standing={standing} />
        </li>
      ))}
    </ul>
  );
}
