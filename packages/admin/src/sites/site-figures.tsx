import { Link } from "@tanstack/react-router";
import { useIntl } from "react-intl";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { SiteFigures_SiteFragment } from "#admin/graphql/generated/graphql.ts";
import { type TextOf, useText } from "#admin/i18n/use-text.ts";
import { useDayWriter } from "#admin/ui/day.tsx";
import { useLaunchWords } from "./site-stage.tsx";

graphql(`
  fragment SiteFigures_site on Site {
    launchOn
    daysToLaunch
    readiness {
      itemCount
      doneCount
      notApplicableCount
      overdueCount
      percentDone
      gateCount
      gatesMet
      gatesAwaitingSignOff
    }
    roster {
      siteId
      slotCount
      vacantCount
    }
    partners {
      siteId
      requiredCount
      heldCount
      lapsingCount
    }
    goals {
      key
      targets {
        state
      }
    }
  }
`);

type Site = SiteFigures_SiteFragment;

interface Figure {
  readonly term: string;
  readonly value: string;
  readonly detail: string;
  /** The tab that says more. */
  readonly tab?: string;
}

/** A site in a few figures, each leading to the tab that says more. */
export function SiteFigures({ site }: { site: Site }) {
  const work = useWorkFigures(site);
  const people = usePeopleFigures(site);
  return (
    <ul className="fs-plain fs-figures">
      {[...work, ...people].map(({ term, value, detail, tab }) => (
        <li key={term} className="fs-card fs-figure">
          {tab === undefined ? (
            <span>{term}</span>
          ) : (
            <Link to="." search={{ tab }}>
              {term}
            </Link>
          )}
          <strong>{value}</strong>
          <span className="fs-soft">{detail}</span>
        </li>
      ))}
    </ul>
  );
}

function useWorkFigures({ readiness, launchOn, daysToLaunch }: Site): Figure[] {
  const text = useText();
  const intl = useIntl();
  const day = useDayWriter();
  const launch = useLaunchWords();
  return [
    { term: text("sites.launch"), value: launch(daysToLaunch), detail: day.absolute(launchOn) },
    {
      term: text("sites.gates"),
      value: text("sites.gates.of", { met: readiness.gatesMet, count: readiness.gateCount }),
      detail: text("sites.overview.awaiting", { count: readiness.gatesAwaitingSignOff }),
      tab: "checklist",
    },
    {
      term: text("sites.percentDone"),
      value: `${readiness.percentDone}%`,
      detail: text("sites.overview.done", {
        done: readiness.doneCount,
        count: readiness.itemCount - readiness.notApplicableCount,
      }),
      tab: "checklist",
    },
    {
      term: text("sites.overdue"),
      value: intl.formatNumber(readiness.overdueCount),
      detail: text("sites.overview.overdue"),
      tab: "checklist",
    },
  ];
}

/** Roles that nobody holds come before agreements that will lapse: the worse news first. */
function partnersInWords(
  { requiredCount, heldCount, lapsingCount }: NonNullable<Site["partners"]>,
  text: TextOf,
) {
  const gaps = requiredCount - heldCount;
  return gaps > 0
    ? text("sites.overview.gaps", { count: gaps })
    : text("sites.overview.lapsing", { count: lapsingCount });
}

function usePeopleFigures({ roster, partners, goals }: Site): Figure[] {
  const text = useText();
  const intl = useIntl();
  const states = goals.flatMap(({ targets }) => targets.map(({ state }) => state));
  const onTrackCount = states.filter((state) => state === "ON_TRACK").length;
  const offTrackCount = states.filter((state) => state === "OFF_TRACK").length;
  return [
    ...(roster
      ? [
          {
            term: text("sites.overview.vacancies"),
            value: intl.formatNumber(roster.vacantCount),
            detail: text("sites.overview.slots", { count: roster.slotCount }),
            tab: "roster",
          },
        ]
      : []),
    ...(partners
      ? [
          {
            term: text("sites.overview.partners"),
            value: text("sites.gates.of", { met: partners.heldCount, count: partners.requiredCount }),
            detail: partnersInWords(partners, text),
            tab: "partners",
          },
        ]
      : []),
    {
      term: text("sites.overview.goals"),
      value: text("sites.gates.of", { met: onTrackCount, count: states.length }),
      detail: text("sites.overview.offTrack", {
        count: offTrackCount,
        others: states.length - onTrackCount - offTrackCount,
      }),
      tab: "goals",
    },
  ];
}
