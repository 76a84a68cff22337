import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { OfficerPageQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useMay } from "#admin/session/actor.ts";
import { usePathParam } from "#admin/ui/address.ts";
import { Notice } from "#admin/ui/notice.tsx";
import { Page } from "#admin/ui/page.tsx";
import { PageSkeleton } from "#admin/ui/skeleton.tsx";
import { StatusTag } from "#admin/ui/status-tag.tsx";
import { AssignmentList } from "./assignment-list.tsx";
import { useLanguageNames } from "./officer-fields.tsx";
import { TrainingRecord } from "./training-record.tsx";

const officerPageQuery = graphql(`
  query OfficerPage($jurisdictionId: ID!, $id: ID!) {
    officer(jurisdictionId: $jurisdictionId, id: $id) {
      id
      jurisdictionId
      name
      rank
      languages
      isPublished
      ...AssignmentList_officer
      ...TrainingRecord_officer
    }
  }
`);

/** A person of the roster: where they serve and served, and the trainings done. */
export function OfficerPage() {
  const text = useText();
  const data = loaded(
    useQuery(officerPageQuery, {
      variables: { jurisdictionId: usePathParam("jurisdictionId"), id: usePathParam("officerId") },
    }),
  );
  if (!data) return <PageSkeleton />;
  if (!data.officer) {
    return (
      <Page title={text("roster.missing.title")}>
        <Notice kind="note">{text("roster.missing.text")}</Notice>
      </Page>
    );
  }
  return <OfficerView officer={data.officer} />;
}

function OfficerView({ officer }: { officer: NonNullable<OfficerPageQuery["officer"]> }) {
  const text = useText();
  const mayManage = useMay("roster.manage");
  const languages = useLanguageNames(officer.languages);
  return (
    <Page
      title={officer.name}
      status={
        <StatusTag kind="plain">
          {text(officer.isPublished ? "roster.published" : "roster.notPublished")}
        </StatusTag>
      }
      facts={[
        { term: text("roster.rank"), value: officer.rank },
        { term: text("roster.languages"), value: languages.map(({ name }) => name).join(", ") || "–" },
      ]}
      action={
        mayManage && (
          <Link
            to={`/roster/${officer.jurisdictionId}/${officer.id}/change`}
            className="usa-button usa-button--outline"
          >
            {text("roster.change")}
          </Link>
        )
      }
    >
      <section className="fs-stack" aria-labelledby="officer-assignments">
        <h2 id="officer-assignments">{text("roster.assignments")}</h2>
        <AssignmentList officer={officer} />
      </section>
      <section className="fs-stack" aria-labelledby="officer-trainings">
        <h2 id="officer-trainings">{text("roster.trainings")}</h2>
        <TrainingRecord officer={officer} />
      </section>
    </Page>
  );
}
