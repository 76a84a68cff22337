import { Link } from "@tanstack/react-router";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { ReleaseList_TemplateFragment } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useDayWriter } from "#admin/ui/day.tsx";
import { StatusTag } from "#admin/ui/status-tag.tsx";
import { ReinstateRelease, useMayWithdraw, WithdrawRelease } from "./withdraw-release.tsx";

graphql(`
  fragment ReleaseList_template on Template {
    id
    key
    organizationId
    releases {
      id
      version
      publishedAt
      publishedBy
      withdrawal {
        withdrawnBy
        withdrawnAt
      }
    }
  }
`);

type Release = ReleaseList_TemplateFragment["releases"][number];

/** Every release of a template, newest first, each with the way to what it changed. */
export function ReleaseList({ template }: { template: ReleaseList_TemplateFragment }) {
  const text = useText();
  const { key, releases, organizationId } = template;
  return (
    <details className="fs-template__changes fs-no-print">
      <summary>{text("templates.releases", { count: releases.length })}</summary>
      <ul className="fs-plain">
        {releases.map((release, index) => (
          <ReleaseRow
            key={release.id}
            templateKey={key}
            release={release}
            before={releases[index + 1]}
            organizationId={organizationId}
          />
        ))}
      </ul>
    </details>
  );
}

interface ReleaseRowProps {
  templateKey: string;
  release: Release;
  /** The release that this one came after. */
  before: Release | undefined;
  /** Whose template it is; null for one that came with Frontstep. */
  organizationId: string | null;
}

function ReleaseRow({ templateKey, release, before, organizationId }: ReleaseRowProps) {
  const text = useText();
  const day = useDayWriter();
  const mayWithdraw = useMayWithdraw(organizationId);
  const { version, publishedAt, publishedBy, withdrawal } = release;
  return (
    <li className="fs-release-row">
      <Link to={`/templates/${templateKey}`} search={{ release: version }}>
        {version}
      </Link>
      <span className="fs-soft">
        {text("templates.publishedOn", { day: day.absolute(publishedAt.slice(0, 10)), by: publishedBy })}
      </span>
      {withdrawal && <StatusTag kind="attention">{text("templates.withdrawn")}</StatusTag>}
      {before && (
        <Link to={`/templates/${templateKey}/compare`} search={{ from: before.version, to: version }}>
          {text("templates.compare.link", { from: before.version, to: version })}
        </Link>
      )}
      {mayWithdraw &&
        (withdrawal ? <ReinstateRelease release={release} /> : <WithdrawRelease release={release} />)}
    </li>
  );
}
