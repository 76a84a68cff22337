import { useMutation } from "@apollo/client/react";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { refusalCode, refusalMessage } from "#admin/graphql/refusal.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { type Decision, decisionsOf, withDecision } from "./decision.ts";
import type { Preview } from "./upgrade-site-page.tsx";

const keepMutation = graphql(`
  mutation UpgradeSitePage_keep($input: SaveUpgradeDecisionsInput!) {
    saveUpgradeDecisions(input: $input) {
      ... on UpgradeDecisionsSaved {
        revision
      }
    }
  }
`);

const upgradeMutation = graphql(`
  mutation UpgradeSitePage_upgrade($input: UpgradeSiteInput!) {
    upgradeSite(input: $input) {
      ... on SiteUpgraded {
        site {
          id
          revision
        }
      }
      ... on SiteUpgradeConflicted {
        openCount
      }
      ... on UpgradeRefused {
        findings {
          message
        }
      }
    }
  }
`);

/** The decisions that were kept last, and the revision that they have. */
interface Kept {
  readonly revision: number;
  readonly decisions: Decision[];
}

/** Keeps decisions as they are made, and makes the upgrade when it is told to. */
export function useUpgrading(preview: Preview) {
  const text = useText();
  const navigate = useNavigate();
  const [failure, setFailure] = useState<string>();
  const said = (error: unknown) => {
    setFailure(
      refusalCode(error) === "STALE_REVISION"
        ? text("upgrades.moved")
        : (refusalMessage(error) ?? text("upgrades.noAnswer")),
    );
  };
  const { keep, isKeeping } = useKeeping(preview, said);
  const [upgradeSite, { loading: isUpgrading, client }] = useMutation(upgradeMutation);
  const { siteId, siteRevision, conflicts, to } = preview;

  const upgrade = () => {
    setFailure(undefined);
    const input = {
      siteId,
      releaseId: to.id,
      expectedRevision: siteRevision,
      decisions: decisionsOf(conflicts),
    };
    upgradeSite({ variables: { input } })
      .then(async ({ data }) => {
        const outcome = data?.upgradeSite;
        if (outcome?.__typename === "UpgradeRefused")
          setFailure(outcome.findings.map(({ message }) => message).join(" "));
        else if (outcome?.__typename === "SiteUpgradeConflicted") setFailure(text("upgrades.moved"));
        else {
          // The whole design changed: everything that is kept of the site is out of date.
          client.cache.evict({ id: client.cache.identify({ __typename: "Site", id: siteId }) });
          await navigate({ to: `/sites/${siteId}`, search: { upgraded: to.version } });
        }
      })
      .catch(said);
  };

  return {
    failure,
    keep: (made: readonly Decision[]) => {
      setFailure(undefined);
      keep(made);
    },
    upgrade,
    isBusy: isKeeping || isUpgrading,
  };
}

/** Keeps decisions one after another, each beside those before it, also where their keeping is still under way. */
function useKeeping({ siteId, draftRevision, conflicts, to }: Preview, said: (error: unknown) => void) {
  const [keepDecisions, { loading: isKeeping }] = useMutation(keepMutation, {
    refetchQueries: ["UpgradeSitePage"],
    awaitRefetchQueries: true,
  });
  const queue = useRef(Promise.resolve());
  const kept = useRef<Kept>(undefined);
  const keep = (made: readonly Decision[]) => {
    const shown: Kept = { revision: draftRevision, decisions: decisionsOf(conflicts) };
    queue.current = queue.current.then(async () => {
      const known = kept.current && kept.current.revision >= shown.revision ? kept.current : shown;
      const decisions = made.reduce(withDecision, known.decisions);
      const input = { siteId, releaseId: to.id, expectedRevision: known.revision, decisions };
      await keepDecisions({ variables: { input } }).then(({ data }) => {
        kept.current = { revision: data?.saveUpgradeDecisions.revision ?? known.revision, decisions };
      }, said);
    });
  };
  return { keep, isKeeping };
}
