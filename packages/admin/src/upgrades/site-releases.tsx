import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { SiteReleasesQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useMay } from "#admin/session/actor.ts";
import { useDayWriter } from "#admin/ui/day.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { WithdrawalNotice } from "./withdrawal-notice.tsx";

const siteReleasesQuery = graphql(`
  query SiteReleases($id: ID!) {
    site(id: $id) {
      id
      release {
        version
      }
      releaseWithdrawal {
        ...WithdrawalNotice_withdrawal @unmask
      }
      newerReleases {
        id
        version
        publishedAt
      }
      offers {
        id
        releaseId
        state
      }
      upgrades {
        id
        from
        to
        upgradedAt
        upgradedBy
        rolledBackAt
        rolledBackBy
      }
      retiredItems {
        key
        title
        status
      }
    }
  }
`);

type Site = NonNullable<SiteReleasesQuery["site"]>;

/** On which release a site is, which newer ones there are, and what it has been through. */
export function SiteReleases({ siteId }: { siteId: string }) {
  const text = useText();
  const data = loaded(
    useQuery(siteReleasesQuery, { variables: { id: siteId }, fetchPolicy: "cache-and-network" }),
  );
  const site = data?.site;
  if (!site) return null;
  const hasNothing = site.newerReleases.length === 0 && site.upgrades.length === 0;
  if (hasNothing && site.retiredItems.length === 0 && !site.releaseWithdrawal) return null;
  return (
    <section className="fs-stack fs-stack--tight">
      <h2>{text("upgrades.release")}</h2>
      <Withdrawn site={site} />
      <NewerReleases site={site} />
      <Upgrades site={site} />
      <RetiredItems items={site.retiredItems} />
    </section>
  );
}

/** That the release which the site has is out of use, and what can be done about it. */
function Withdrawn({ site }: { site: Site }) {
  const text = useText();
  const { release, releaseWithdrawal: withdrawal, newerReleases } = site;
  if (!withdrawal) return null;
  return (
    <WithdrawalNotice version={release.version} withdrawal={withdrawal}>
      <p>{text(newerReleases.length > 0 ? "upgrades.withdrawn.newer" : "upgrades.withdrawn.none")}</p>
    </WithdrawalNotice>
  );
}

function NewerReleases({ site }: { site: Site }) {
  const text = useText();
  const day = useDayWriter();
  const mayUpgrade = useMay("site.upgrade");
  const { version: current } = site.release;
  if (site.newerReleases.length === 0 && site.releaseWithdrawal) return null;
  if (site.newerReleases.length === 0) return <p>{text("upgrades.current", { version: current })}</p>;
  const count = site.newerReleases.length;
  // What is on offer has its own words and its own way in.
  const offered = site.offers.filter(({ state }) => state === "OPEN").map(({ releaseId }) => releaseId);
  const others = site.newerReleases.filter(({ id }) => !offered.includes(id));
  if (others.length === 0) return <p>{text("upgrades.behind", { version: current, count })}</p>;
  return (
    <Notice kind="note" title={text("upgrades.behind", { version: current, count })}>
      <ul className="fs-plain">
        {others.map(({ id, version, publishedAt }) => (
          <li key={id}>
            {mayUpgrade ? (
              <Link to={`/sites/${site.id}/upgrade/${id}`}>{text("upgrades.look", { version })}</Link>
            ) : (
              version
            )}{" "}
            <span className="fs-soft">{day.absolute(publishedAt.slice(0, 10))}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Upgrades({ site }: { site: Site }) {
  const text = useText();
  const day = useDayWriter();
  const mayUpgrade = useMay("site.upgrade");
  const last = site.upgrades.find(({ rolledBackAt }) => rolledBackAt === null);
  if (site.upgrades.length === 0) return null;
  return (
    <>
      <ul className="fs-plain fs-stack fs-stack--tight">
        {site.upgrades.map((upgrade) => (
          <li key={upgrade.id}>
            {text(upgrade.rolledBackAt === null ? "upgrades.past" : "upgrades.past.rolledBack", {
              from: upgrade.from,
              to: upgrade.to,
              by: upgrade.upgradedBy,
              day: day.absolute(upgrade.upgradedAt.slice(0, 10)),
            })}
          </li>
        ))}
      </ul>
      {mayUpgrade && last?.to === site.release.version && (
        <p>
          <Link to={`/sites/${site.id}/roll-back`}>
            {text("upgrades.rollBack.link", { version: last.from })}
          </Link>
        </p>
      )}
    </>
  );
}

function RetiredItems({ items }: { items: Site["retiredItems"] }) {
  const text = useText();
  if (items.length === 0) return null;
  return (
    <details>
      <summary>{text("upgrades.retired", { count: items.length })}</summary>
      <ul>
        {items.map(({ key, title, status }) => (
          <li key={key}>
            {key} {title}: {text(`onboarding.status.${status}`)}
          </li>
        ))}
      </ul>
    </details>
  );
}
