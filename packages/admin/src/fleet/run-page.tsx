import { useMutation, useQuery } from "@apollo/client/react";
import { useEffect, useState } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { RunPageQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { usePathParam } from "#admin/ui/address.ts";
import { Moment } from "#admin/ui/day.tsx";
import { FactList } from "#admin/ui/fact-list.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { Page } from "#admin/ui/page.tsx";
import { ProgressLine } from "#admin/ui/progress-line.tsx";
import { PageSkeleton } from "#admin/ui/skeleton.tsx";
import { StatusTag } from "#admin/ui/status-tag.tsx";
import { RunSites } from "./run-sites.tsx";

const runPageQuery = graphql(`
  query RunPage($id: ID!) {
    upgradeRun(id: $id) {
      id
      templateName
      version
      startedBy
      actsFor
      startedAt
      finishedAt
      isFinished
      isCancelAsked
      siteCount
      doneCount
      perSecond
      results {
        result
        count
      }
    }
  }
`);

const cancelMutation = graphql(`
  mutation RunPage_cancel($input: CancelUpgradeRunInput!) {
    cancelUpgradeRun(input: $input) {
      ... on UpgradeRunCancelAsked {
        run {
          id
          isCancelAsked
        }
      }
    }
  }
`);

type Run = NonNullable<RunPageQuery["upgradeRun"]>;

/** One run over many sites: how far it is, and then its receipt, site by site. */
export function RunPage() {
  const text = useText();
  const id = usePathParam("runId");
  const query = useQuery(runPageQuery, { variables: { id }, fetchPolicy: "cache-and-network" });
  const data = loaded(query);
  const isGoingOn = data?.upgradeRun?.isFinished === false;
  const { startPolling, stopPolling } = query;
  useEffect(() => {
    if (!isGoingOn) return undefined;
    startPolling(800);
    return stopPolling;
  }, [isGoingOn, startPolling, stopPolling]);
  if (!data) return <PageSkeleton />;
  const run = data.upgradeRun;
  if (!run) {
    return (
      <Page title={text("fleet.run.missing.title")}>
        <Notice kind="note">{text("fleet.run.missing.text")}</Notice>
      </Page>
    );
  }
  return (
    <Page
      title={text("fleet.run.of", { template: run.templateName, version: run.version })}
      status={
        <StatusTag kind={run.isFinished ? "good" : "waiting"}>
          {text(run.isFinished ? "fleet.run.finished" : "fleet.run.goingOn")}
        </StatusTag>
      }
      facts={[
        { term: text("fleet.run.startedBy"), value: `${run.startedBy}, ${run.actsFor}` },
        { term: text("fleet.run.startedAt"), value: <Moment at={run.startedAt} /> },
        { term: text("fleet.run.sites"), value: run.siteCount },
      ]}
    >
      {run.isFinished ? <Receipt run={run} /> : <Progress run={run} />}
      <RunSites runId={run.id} isGoingOn={isGoingOn} />
    </Page>
  );
}

function Progress({ run }: { run: Run }) {
  const text = useText();
  const [cancel] = useMutation(cancelMutation);
  const [isAsked, setAsked] = useState(run.isCancelAsked);
  return (
    <div className="fs-card fs-stack" role="status">
      <ProgressLine
        label={text("fleet.run.progress")}
        done={run.doneCount}
        total={run.siteCount}
        perSecond={run.perSecond}
        action={
          <button
            type="button"
            className="usa-button usa-button--outline fs-small-button"
            aria-disabled={isAsked}
            onClick={() => {
              setAsked(true);
              void cancel({ variables: { input: { runId: run.id } } });
            }}
          >
            {text(isAsked ? "fleet.run.canceling" : "fleet.run.cancel")}
          </button>
        }
      />
      <p className="fs-soft">{text("fleet.run.leave")}</p>
    </div>
  );
}

function Receipt({ run }: { run: Run }) {
  const text = useText();
  const left = run.siteCount - run.doneCount;
  const facts = run.results
    .filter(({ count }) => count > 0)
    .map(({ result, count }) => ({ term: text(`fleet.run.result.${result}`), value: String(count) }));
  const all = left > 0 ? [...facts, { term: text("fleet.run.notReached"), value: String(left) }] : facts;
  return (
    <section className="fs-stack fs-stack--tight">
      <h2>{text("fleet.run.receipt")}</h2>
      {run.isCancelAsked && <p>{text("fleet.run.wasCanceled")}</p>}
      <FactList facts={all} />
      <p className="fs-soft">{text("fleet.run.undo")}</p>
    </section>
  );
}
