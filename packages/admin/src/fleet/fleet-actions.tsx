import { useMutation, useQuery } from "@apollo/client/react";
import { useNavigate } from "@tanstack/react-router";
import { useId, useState } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { refusalMessage } from "#admin/graphql/refusal.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { Notice } from "#admin/ui/notice.tsx";
import { useFleetFilter } from "./fleet-filter.ts";
import type { ReleaseSpread } from "./release-spread.ts";
import { WithdrawOffers } from "./withdraw-offers.tsx";

const fleetActionsQuery = graphql(`
  query FleetActions($key: String!) {
    template(key: $key) {
      key
      releases {
        id
        version
        withdrawal {
          withdrawnAt
        }
      }
    }
  }
`);

const offerMutation = graphql(`
  mutation FleetActions_offer($input: OfferReleaseInput!) {
    offerRelease(input: $input) {
      ... on ReleaseOffered {
        offeredCount
        alreadyOfferedCount
      }
      ... on OfferRefused {
        findings {
          message
        }
      }
    }
  }
`);

const startMutation = graphql(`
  mutation FleetActions_start($input: StartUpgradeRunInput!) {
    startUpgradeRun(input: $input) {
      ... on UpgradeRunStarted {
        run {
          id
        }
      }
      ... on UpgradeRunRefused {
        findings {
          message
        }
      }
    }
  }
`);

export interface FleetActionsProps {
  releases: readonly ReleaseSpread[];
  /** Sites that were ticked; none means all that match the filter. */
  chosen: ReadonlySet<string>;
  /** How many sites match the filter. */
  matching: number;
  onDone: () => void;
}

/** What can be done with many sites at once: offer them a release, or upgrade those without a question. */
export function FleetActions(props: FleetActionsProps) {
  const text = useText();
  const { templateKey } = useFleetFilter();
  const templates = [...new Set(props.releases.map((spread) => spread.templateKey))];
  const key = templateKey ?? (templates.length === 1 ? templates[0] : undefined);
  return (
    <details className="fs-card fs-fleet__actions">
      <summary>{text("fleet.act")}</summary>
      {key === undefined ? (
        <p>{text("fleet.act.template")}</p>
      ) : (
        <ActionsOfTemplate key={key} templateKey={key} {...props} />
      )}
    </details>
  );
}

function useSites(chosen: ReadonlySet<string>) {
  const { search, jurisdictionId, stage, version } = useFleetFilter();
  return chosen.size > 0 ? { siteIds: [...chosen] } : { search, jurisdictionId, stage, version };
}

interface Said {
  readonly kind: "good" | "problem";
  readonly words: string;
}

function ActionsOfTemplate({
  templateKey,
  chosen,
  matching,
  onDone,
}: FleetActionsProps & { templateKey: string }) {
  const text = useText();
  const id = useId();
  const data = loaded(useQuery(fleetActionsQuery, { variables: { key: templateKey } }));
  const releases = data?.template?.releases.filter(({ withdrawal }) => withdrawal === null) ?? [];
  const [picked, setPicked] = useState<string>();
  const [note, setNote] = useState("");
  const release = releases.find((one) => one.id === picked) ?? releases[0];
  const { said, offer, start, isBusy } = useActions(useSites(chosen), { note, onDone });
  if (release === undefined) return null;
  const sites =
    chosen.size > 0
      ? text("fleet.act.chosen", { count: chosen.size })
      : text("fleet.act.matching", { count: matching });
  return (
    <div className="fs-stack fs-stack--tight">
      <p>{sites}</p>
      <label htmlFor={`${id}-release`}>{text("fleet.act.release")}</label>
      <select
        id={`${id}-release`}
        className="usa-select"
        value={release.id}
        onChange={(event) => {
          setPicked(event.target.value);
        }}
      >
        {releases.map((one) => (
          <option key={one.id} value={one.id}>
            {one.version}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-note`}>{text("fleet.act.note")}</label>
      <textarea
        id={`${id}-note`}
        className="usa-textarea fs-fleet__note"
        rows={2}
        maxLength={2000}
        value={note}
        onChange={(event) => {
          setNote(event.target.value);
        }}
      />
      <div className="fs-row">
        <button
          type="button"
          className="usa-button"
          aria-disabled={isBusy}
          onClick={() => void offer(release.id)}
        >
          {text("fleet.act.offer", { version: release.version })}
        </button>
        <button
          type="button"
          className="usa-button usa-button--outline"
          aria-disabled={isBusy}
          onClick={() => void start(release.id)}
        >
          {text("fleet.act.upgrade", { version: release.version })}
        </button>
        <WithdrawOffers releaseId={release.id} version={release.version} />
      </div>
      <p className="fs-soft">{text("fleet.act.help")}</p>
      {said && (
        <Notice kind={said.kind} isLive>
          {said.words}
        </Notice>
      )}
    </div>
  );
}

function useActions(
  sites: ReturnType<typeof useSites>,
  { note, onDone }: { readonly note: string; readonly onDone: () => void },
) {
  const text = useText();
  const navigate = useNavigate();
  const [said, setSaid] = useState<Said>();
  const [offerRelease, { loading: isOffering }] = useMutation(offerMutation, {
    refetchQueries: ["FleetPage"],
  });
  const [startRun, { loading: isStarting }] = useMutation(startMutation);
  const isBusy = isOffering || isStarting;
  const refused = (findings: readonly { readonly message: string }[]) => {
    setSaid({ kind: "problem", words: findings.map(({ message }) => message).join(" ") });
  };
  const failed = (error: unknown) => {
    setSaid({ kind: "problem", words: refusalMessage(error) ?? text("fleet.act.noAnswer") });
  };
  const offer = async (releaseId: string) => {
    if (isBusy) return;
    await offerRelease({ variables: { input: { releaseId, sites, note } } }).then(({ data }) => {
      const outcome = data?.offerRelease;
      if (outcome?.__typename === "OfferRefused") refused(outcome.findings);
      if (outcome?.__typename !== "ReleaseOffered") return;
      setSaid({
        kind: "good",
        words: text("fleet.act.offered", {
          count: outcome.offeredCount,
          already: outcome.alreadyOfferedCount,
        }),
      });
      onDone();
    }, failed);
  };
  const start = async (releaseId: string) => {
    if (isBusy) return;
    await startRun({ variables: { input: { releaseId, sites } } }).then(({ data }) => {
      const outcome = data?.startUpgradeRun;
      if (outcome?.__typename === "UpgradeRunRefused") refused(outcome.findings);
      if (outcome?.__typename === "UpgradeRunStarted") void navigate({ to: `/fleet/runs/${outcome.run.id}` });
    }, failed);
  };
  return { said, offer, start, isBusy };
}
