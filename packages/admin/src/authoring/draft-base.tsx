import { Link } from "@tanstack/react-router";
import { useText } from "#admin/i18n/use-text.ts";
import { useDayWriter } from "#admin/ui/day.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import type { Draft } from "./draft.ts";

/** The template that a draft extends: how much is taken over, and its newer releases. */
export function DraftBase({ draft }: { draft: Draft }) {
  const text = useText();
  const { base } = draft;
  if (!base) return null;
  const { name, version, newer, inheritedCount, changedCount, leftOutCount, ownCount } = base;
  const counts = { inherited: inheritedCount, changed: changedCount, leftOut: leftOutCount, own: ownCount };
  return (
    <section className="fs-stack fs-stack--tight" aria-labelledby="base-title">
      <h2 id="base-title">{text("authoring.base.title")}</h2>
      <p>
        <Link to={`/templates/${base.templateKey}`} search={{ release: version }}>
          {name} {version}
        </Link>
        {": "}
        {text("authoring.base.counts", counts)}
      </p>
      <NewerReleases
        draft={draft}
        releases={newer}
        title={text("authoring.base.newer", { count: newer.length })}
      />
    </section>
  );
}

/** Releases of the draft's own template that were published past it: it is published once it has them. */
export function DraftBehind({ draft }: { draft: Draft }) {
  const text = useText();
  const { newerReleases: releases } = draft;
  return (
    <NewerReleases
      draft={draft}
      releases={releases}
      title={text("authoring.behind", { count: releases.length })}
    />
  );
}

interface NewerReleasesProps {
  draft: Draft;
  releases: Draft["newerReleases"];
  title: string;
}

function NewerReleases({ draft, releases, title }: NewerReleasesProps) {
  const text = useText();
  const day = useDayWriter();
  if (releases.length === 0) return null;
  return (
    <Notice kind="warning" title={title}>
      <ul>
        {releases.map((release) => (
          <li key={release.id}>
            <Link to={`/authoring/${draft.id}/base/${release.id}`}>
              {text("authoring.base.look", { version: release.version })}
            </Link>{" "}
            <span className="fs-soft">{day.absolute(release.publishedAt.slice(0, 10))}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
