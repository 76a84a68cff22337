import { useMutation, useQuery } from "@apollo/client/react";
import { Link, useNavigate } from "@tanstack/react-router";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { RollBackPageQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { usePathParam } from "#admin/ui/address.ts";
import { EntityForm } from "#admin/ui/entity-form.tsx";
import { TextAreaField } from "#admin/ui/field.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { Page } from "#admin/ui/page.tsx";
import { PageSkeleton } from "#admin/ui/skeleton.tsx";
import { ChangeList } from "./change-list.tsx";
import { QuestionValues } from "./question-values.tsx";
import "./upgrades.css";

const rollBackPageQuery = graphql(`
  query RollBackPage($siteId: ID!) {
    rollBackPreview(siteId: $siteId) {
      siteId
      siteName
      siteRevision
      from
      to
      exceptions {
        question
        kind
        title
        fieldLabel
        base
        local
        incoming
      }
      changes {
        ...ChangeList_change @unmask
      }
    }
  }
`);

const rollBackMutation = graphql(`
  mutation RollBackPage_rollBack($input: RollBackUpgradeInput!) {
    rollBackUpgrade(input: $input) {
      ... on UpgradeRolledBack {
        site {
          id
          revision
        }
      }
      ... on UpgradeRefused {
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

const schema = z.object({ reason: z.string().trim().min(10, "upgrades.rollBack.reasonShort").max(2000) });

type Preview = NonNullable<RollBackPageQuery["rollBackPreview"]>;

/** Takes the last upgrade back: first what cannot go back, then everything that does, then the deed. */
export function RollBackPage() {
  const text = useText();
  const siteId = usePathParam("siteId");
  const data = loaded(useQuery(rollBackPageQuery, { variables: { siteId }, fetchPolicy: "network-only" }));
  if (!data) return <PageSkeleton />;
  if (!data.rollBackPreview) {
    return (
      <Page title={text("upgrades.rollBack.title")}>
        <Notice kind="note">{text("upgrades.rollBack.nothing")}</Notice>
        <Link to={`/sites/${siteId}`}>{text("upgrades.rollBack.back")}</Link>
      </Page>
    );
  }
  return <RollBack preview={data.rollBackPreview} />;
}

function RollBack({ preview }: { preview: Preview }) {
  const text = useText();
  const navigate = useNavigate();
  const [rollBack, { client }] = useMutation(rollBackMutation);
  const { siteId, siteName, siteRevision, from, to } = preview;
  return (
    <Page
      title={text("upgrades.rollBack.to", { version: to })}
      sentence={text("upgrades.rollBack.sentence", { from })}
      trail={[
        { label: text("sites.title"), to: "/sites" },
        { label: siteName, to: `/sites/${siteId}` },
      ]}
    >
      <div className="fs-stack">
        <Exceptions exceptions={preview.exceptions} />
        <section className="fs-stack fs-stack--tight">
          <h2>{text("upgrades.rollBack.changes", { count: preview.changes.length })}</h2>
          <ChangeList changes={preview.changes} />
        </section>
        <EntityForm
          schema={schema}
          defaultValues={{ reason: "" }}
          saveLabel={text("upgrades.rollBack.action", { version: to })}
          save={async ({ reason }) => {
            const input = { siteId, expectedRevision: siteRevision, reason };
            const { data } = await rollBack({ variables: { input } });
            const outcome = data?.rollBackUpgrade;
            if (outcome?.__typename === "UpgradeRefused") return outcome.findings;
            client.cache.evict({ id: client.cache.identify({ __typename: "Site", id: siteId }) });
            return [];
          }}
          onSaved={() => void navigate({ to: `/sites/${siteId}` })}
          otherActions={<Link to={`/sites/${siteId}`}>{text("upgrades.rollBack.cancel")}</Link>}
        >
          <TextAreaField name="reason" label={text("upgrades.rollBack.reason")} rows={3} />
        </EntityForm>
      </div>
    </Page>
  );
}

function Exceptions({ exceptions }: { exceptions: Preview["exceptions"] }) {
  const text = useText();
  if (exceptions.length === 0) return <Notice kind="good">{text("upgrades.rollBack.all")}</Notice>;
  return (
    <section className="fs-stack fs-stack--tight">
      <h2>{text("upgrades.rollBack.exceptions", { count: exceptions.length })}</h2>
      {exceptions.map(({ question, kind, title, fieldLabel, base, local, incoming }) => (
        <div key={question} className="fs-card fs-stack fs-stack--tight">
          <h3 className="fs-upgrade__title">
            {fieldLabel ? text("upgrades.question.field", { title, field: fieldLabel }) : title}
          </h3>
          <p>{text(`upgrades.exception.${kind}`)}</p>
          <QuestionValues base={base} local={local} incoming={incoming} />
        </div>
      ))}
    </section>
  );
}
