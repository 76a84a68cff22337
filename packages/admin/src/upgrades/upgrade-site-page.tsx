import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { UpgradeSitePageQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { usePathParam } from "#admin/ui/address.ts";
import { Notice } from "#admin/ui/notice.tsx";
import { Page } from "#admin/ui/page.tsx";
import { PageSkeleton } from "#admin/ui/skeleton.tsx";
import { ChangeList } from "./change-list.tsx";
import { decideAll, type Decision } from "./decision.ts";
import { QuestionCard } from "./question-card.tsx";
import { ReleaseNotes } from "./release-notes.tsx";
import { UpgradedChecklist } from "./upgraded-checklist.tsx";
import { useUpgrading } from "./use-upgrading.ts";
import "./upgrades.css";

const upgradeSitePageQuery = graphql(`
  query UpgradeSitePage($siteId: ID!, $releaseId: ID!) {
    upgradePreview(siteId: $siteId, releaseId: $releaseId) {
      ...UpgradeSitePage_preview @unmask
    }
  }
`);

graphql(`
  fragment UpgradeSitePage_preview on UpgradePreview {
    siteId
    siteName
    siteRevision
    from {
      version
    }
    to {
      id
      version
    }
    notes {
      version
      changes
    }
    counts {
      kind
      count
    }
    isReady
    lapsedDecisionCount
    draftRevision
    draftUpdatedBy
    changes {
      ...ChangeList_change @unmask
    }
    conflicts {
      ...QuestionCard_question @unmask
    }
    checklist {
      ...UpgradedChecklist_item @unmask
    }
  }
`);

export type Preview = UpgradeSitePageQuery["upgradePreview"];

/** Brings a site to a newer release: what changes, what has to be decided, and only then the deed. */
export function UpgradeSitePage() {
  const siteId = usePathParam("siteId");
  const releaseId = usePathParam("releaseId");
  const data = loaded(
    useQuery(upgradeSitePageQuery, { variables: { siteId, releaseId }, fetchPolicy: "cache-and-network" }),
  );
  if (!data) return <PageSkeleton />;
  return <UpgradeSite preview={data.upgradePreview} />;
}

function UpgradeSite({ preview }: { preview: Preview }) {
  const text = useText();
  const upgrading = useUpgrading(preview);
  const open = preview.conflicts.filter(({ isOpen }) => isOpen).length;
  return (
    <Page
      title={text("upgrades.title", { version: preview.to.version })}
      sentence={text("upgrades.sentence", { from: preview.from.version })}
      trail={[
        { label: text("sites.title"), to: "/sites" },
        { label: preview.siteName, to: `/sites/${preview.siteId}` },
      ]}
    >
      <div className="fs-stack">
        {upgrading.failure && (
          <Notice kind="problem" isLive>
            {upgrading.failure}
          </Notice>
        )}
        {preview.lapsedDecisionCount > 0 && (
          <Notice kind="note">{text("upgrades.lapsed", { count: preview.lapsedDecisionCount })}</Notice>
        )}
        <WhatIsNew preview={preview} />
        <Questions preview={preview} decide={upgrading.keep} />
        <section className="fs-stack fs-stack--tight">
          <h2>{text("upgrades.changes", { count: preview.changes.length })}</h2>
          <ChangeList changes={preview.changes} />
          <UpgradedChecklist items={preview.checklist} />
        </section>
        <div className="fs-row">
          <button
            type="button"
            className="usa-button"
            disabled={!preview.isReady || upgrading.isBusy}
            onClick={upgrading.upgrade}
          >
            {text("upgrades.action", { version: preview.to.version })}
          </button>
          <Link to={`/sites/${preview.siteId}`}>{text("upgrades.later")}</Link>
          {open > 0 && <span className="fs-soft">{text("upgrades.stillOpen", { count: open })}</span>}
        </div>
      </div>
    </Page>
  );
}

function WhatIsNew({ preview }: { preview: Preview }) {
  const text = useText();
  const counted = preview.counts.map(({ kind, count }) => text(`upgrades.count.${kind}`, { count }));
  return (
    <section className="fs-stack fs-stack--tight">
      <h2>{text("upgrades.new", { version: preview.to.version })}</h2>
      <ReleaseNotes notes={preview.notes} />
      <p>
        <strong>{text("upgrades.here")}</strong>{" "}
        {counted.length === 0 ? text("upgrades.none") : counted.join(" · ")}
      </p>
    </section>
  );
}

function Questions({
  preview,
  decide,
}: {
  preview: Preview;
  /** Keeps decisions beside those that were made before. */
  decide: (made: readonly Decision[]) => void;
}) {
  const text = useText();
  const { conflicts } = preview;
  if (conflicts.length === 0) return <Notice kind="good">{text("upgrades.noQuestions")}</Notice>;
  const all = (choice: "KEEP_LOCAL" | "TAKE_INCOMING") => {
    decide(decideAll(conflicts, choice));
  };
  return (
    <section className="fs-stack fs-stack--tight">
      <h2>{text("upgrades.questions", { count: conflicts.length })}</h2>
      <p>{text("upgrades.questions.sentence")}</p>
      {conflicts.filter(({ isOpen }) => isOpen).length > 1 && (
        <div className="fs-row">
          <button
            type="button"
            className="usa-button usa-button--outline"
            onClick={() => {
              all("KEEP_LOCAL");
            }}
          >
            {text("upgrades.all.keep")}
          </button>
          <button
            type="button"
            className="usa-button usa-button--outline"
            onClick={() => {
              all("TAKE_INCOMING");
            }}
          >
            {text("upgrades.all.take")}
          </button>
        </div>
      )}
      {conflicts.map((question) => (
        <QuestionCard
          key={question.question}
          question={question}
          onDecide={(decision) => {
            decide([decision]);
          }}
        />
      ))}
    </section>
  );
}
