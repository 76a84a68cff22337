import { useMutation, useQuery } from "@apollo/client/react";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { BaseReleasePageQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { refusalCode, refusalMessage } from "#admin/graphql/refusal.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { usePathParam } from "#admin/ui/address.ts";
import { LeaveGuard } from "#admin/ui/leave-guard.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { Page } from "#admin/ui/page.tsx";
import { PageSkeleton } from "#admin/ui/skeleton.tsx";
import { ChangeList } from "#admin/upgrades/change-list.tsx";
import { type Decision, withDecision } from "#admin/upgrades/decision.ts";
import { QuestionCard } from "#admin/upgrades/question-card.tsx";
import { ReleaseNotes } from "#admin/upgrades/release-notes.tsx";
import { UpgradedContext } from "#admin/upgrades/upgraded.ts";
import "#admin/upgrades/upgrades.css";

const baseReleasePageQuery = graphql(`
  query BaseReleasePage($draftId: ID!, $releaseId: ID!, $decisions: [UpgradeDecisionInput!]!) {
    baseReleasePreview(draftId: $draftId, releaseId: $releaseId, decisions: $decisions) {
      draftId
      draftRevision
      isOwn
      templateName
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
      isReady
      changes {
        ...ChangeList_change @unmask
      }
      questions {
        ...QuestionCard_question @unmask
      }
    }
  }
`);

const takeMutation = graphql(`
  mutation BaseReleasePage_take($input: TakeBaseReleaseInput!) {
    takeBaseRelease(input: $input) {
      ... on BaseReleaseTaken {
        draft {
          ...Draft_draft @unmask
        }
      }
      ... on BaseReleaseConflicted {
        openCount
      }
    }
  }
`);

type Preview = BaseReleasePageQuery["baseReleasePreview"];

/** Brings a draft to a newer release of the template that it extends, or of its own: what changes, what has to be decided, the deed. */
export function BaseReleasePage() {
  const draftId = usePathParam("draftId");
  const releaseId = usePathParam("releaseId");
  const [decisions, setDecisions] = useState<readonly Decision[]>([]);
  const result = useQuery(baseReleasePageQuery, {
    variables: { draftId, releaseId, decisions: [...decisions] },
    fetchPolicy: "network-only",
  });
  const preview = (loaded(result) ?? result.previousData)?.baseReleasePreview;
  if (!preview) return <PageSkeleton />;
  return (
    <BaseRelease
      preview={preview}
      decisions={decisions}
      decide={(made) => {
        setDecisions((before) => withDecision(before, made));
      }}
    />
  );
}

interface BaseReleaseProps {
  preview: Preview;
  decisions: readonly Decision[];
  decide: (made: Decision) => void;
}

function BaseRelease({ preview, decisions, decide }: BaseReleaseProps) {
  const text = useText();
  const { take, isBusy, hasTaken, failure } = useTaking(preview, decisions);
  const { draftId, to, from, questions, changes, isReady } = preview;
  const open = questions.filter(({ isOpen }) => isOpen).length;
  const address = `/authoring/${draftId}`;
  return (
    <Page
      title={text("authoring.base.take.title", { version: to.version })}
      sentence={text(preview.isOwn ? "authoring.behind.sentence" : "authoring.base.take.sentence", {
        name: preview.templateName,
        version: from.version,
      })}
      trail={[
        { label: text("authoring.title"), to: "/authoring" },
        { label: text("authoring.base.draft"), to: address },
      ]}
    >
      <LeaveGuard isNeeded={() => decisions.length > 0 && !hasTaken()} />
      <div className="fs-stack">
        {failure && (
          <Notice kind="problem" isLive>
            {failure}
          </Notice>
        )}
        <WhatIsNew preview={preview} />
        {questions.length === 0 ? (
          <Notice kind="good">{text("upgrades.noQuestions")}</Notice>
        ) : (
          <section className="fs-stack fs-stack--tight" aria-labelledby="base-questions">
            <h2 id="base-questions">{text("upgrades.questions", { count: questions.length })}</h2>
            <UpgradedContext value="draft">
              {questions.map((question) => (
                <QuestionCard key={question.question} question={question} onDecide={decide} />
              ))}
            </UpgradedContext>
          </section>
        )}
        <section className="fs-stack fs-stack--tight" aria-labelledby="base-changes">
          <h2 id="base-changes">{text("upgrades.changes", { count: changes.length })}</h2>
          <ChangeList changes={changes} />
        </section>
        <div className="fs-row">
          <button type="button" className="usa-button" disabled={!isReady || isBusy} onClick={take}>
            {text("authoring.base.take", { version: to.version })}
          </button>
          <Link to={address}>{text("authoring.base.later")}</Link>
          {open > 0 && <span className="fs-soft">{text("upgrades.stillOpen", { count: open })}</span>}
        </div>
      </div>
    </Page>
  );
}

function WhatIsNew({ preview: { notes, to } }: { preview: Preview }) {
  const text = useText();
  if (notes.every(({ changes }) => changes.length === 0)) return null;
  return (
    <section className="fs-stack fs-stack--tight" aria-labelledby="base-news">
      <h2 id="base-news">{text("upgrades.new", { version: to.version })}</h2>
      <ReleaseNotes notes={notes} />
    </section>
  );
}

function useTaking({ draftId, draftRevision, to }: Preview, decisions: readonly Decision[]) {
  const text = useText();
  const navigate = useNavigate();
  const [takeRelease, { loading: isBusy }] = useMutation(takeMutation);
  const [failure, setFailure] = useState<string>();
  const [taken] = useState({ isDone: false });
  const take = () => {
    setFailure(undefined);
    const input = { draftId, releaseId: to.id, expectedRevision: draftRevision, decisions: [...decisions] };
    takeRelease({ variables: { input } })
      .then(async ({ data }) => {
        if (data?.takeBaseRelease.__typename === "BaseReleaseConflicted") {
          setFailure(text("authoring.base.moved"));
          return;
        }
        taken.isDone = true;
        await navigate({ to: `/authoring/${draftId}` });
      })
      .catch((error: unknown) => {
        const isStale = refusalCode(error) === "STALE_REVISION";
        setFailure(
          isStale
            ? text("authoring.base.moved")
            : (refusalMessage(error) ?? text("ui.form.unreachable.text")),
        );
      });
  };
  return { take, isBusy, hasTaken: () => taken.isDone, failure };
}
