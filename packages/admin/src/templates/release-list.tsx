import type { FragmentType } from "@apollo/client";
import { useFragment } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { ReleaseList_TemplateFragment } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useDayWriter } from "#admin/ui/day.tsx";

const releaseListFragment = graphql(`
  fragment ReleaseList_template on Template {
    id
    key
    releases {
      id
      version
      publishedAt
      publishedBy
    }
  }
`);

type Release = ReleaseList_TemplateFragment["releases"][number];

/** Every release of a template, newest first, each with the way to what it changed. */
export function ReleaseList({ template }: { template: FragmentType<ReleaseList_TemplateFragment> }) {
  const text = useText();
  const { data, complete } = useFragment({ fragment: releaseListFragment, from: template });
  if (!complete) return null;
  const { key, releases } = data;
  return (
    <details className="fs-template__changes fs-no-print">
      <summary>{text("templates.releases", { count: releases.length })}</summary>
      <ul className="fs-plain">
        {releases.map((release, index) => (
          <ReleaseRow key={release.id} templateKey={key} release={release} before={releases[index + 1]} />
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
}

function ReleaseRow({ templateKey, release, before }: ReleaseRowProps) {
  const text = useText();
  const day = useDayWriter();
  const { version, publishedAt, publishedBy } = release;
  return (
    <li className="fs-release-row">
      <Link to={`/templates/${templateKey}`} search={{ release: version }}>
        {text("templates.older", { version })}
      </Link>
      <span className="fs-soft">
        {text("templates.publishedOn", { day: day.absolute(publishedAt.slice(0, 10)), by: publishedBy })}
      </span>
      {before && (
        <Link to={`/templates/${templateKey}/compare`} search={{ from: before.version, to: version }}>
          {text("templates.compare.link", { from: before.version, to: version })}
        </Link>
      )}
    </li>
  );
}
