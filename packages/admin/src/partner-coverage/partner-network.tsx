import { useQuery } from "@apollo/client/react";
import { ChartFrame } from "#admin/charts/chart-frame.tsx";
import { LinkChart } from "#admin/charts/link-chart.tsx";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { PartnerNetworkQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { FactList } from "#admin/ui/fact-list.tsx";
import { Skeleton } from "#admin/ui/skeleton.tsx";
import type { Column } from "#admin/ui/table-column.ts";

const partnerNetworkQuery = graphql(`
  query PartnerNetwork {
    partnerNetwork {
      id
      siteCount
      requiredCount
      coveredCount
      startingCount
      lapsingCount
      undeliveredCount
      gapCount
      organizationCount
      uncountedSites
      organizations {
        organizationId
        organizationName
        roleCount
        soleCount
        sites {
          siteId
          siteName
          roleCount
          soleCount
        }
      }
    }
  }
`);

type Network = PartnerNetworkQuery["partnerNetwork"];
interface Row extends Record<string, unknown> {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly siteNames: string;
  readonly roleCount: number;
  readonly soleCount: number;
}

/** So many organizations have room in the picture; the table has more. */
const drawn = 20;

/** Who works where, and which required roles hang on one organization alone. */
export function PartnerNetwork() {
  const text = useText();
  const network = loaded(useQuery(partnerNetworkQuery, { fetchPolicy: "cache-and-network" }))?.partnerNetwork;
  if (!network) return <Skeleton lines={8} />;
  return (
    <section className="fs-stack" aria-labelledby="partner-network">
      <h2 id="partner-network">{text("coverage.network")}</h2>
      <Counts network={network} />
      {network.organizations.length > 0 && <Picture network={network} />}
    </section>
  );
}

function Counts({ network }: { network: Network }) {
  const text = useText();
  const states = [
    ["GAP", network.gapCount],
    ["UNDELIVERED", network.undeliveredCount],
    ["LAPSING", network.lapsingCount],
    ["STARTING", network.startingCount],
    ["COVERED", network.coveredCount],
  ] as const;
  return (
    <>
      <p>{text("coverage.counts", { required: network.requiredCount, sites: network.siteCount })}</p>
      <FactList
        facts={states.map(([state, count]) => ({
          term: text(`coverage.state.${state}`),
          help: text(`coverage.state.${state}.help`),
          value: text("coverage.count", { count }),
        }))}
      />
      {network.uncountedSites > 0 && (
        <p className="fs-soft">{text("coverage.uncounted", { count: network.uncountedSites })}</p>
      )}
    </>
  );
}

function Picture({ network }: { network: Network }) {
  const text = useText();
  const rows = network.organizations.map((one): Row => ({
    ...one,
    siteNames: one.sites.map(({ siteName }) => siteName).join(", "),
  }));
  const shown = network.organizations.slice(0, drawn);
  const left = network.organizationCount - shown.length;
  const [most] = network.organizations;
  return (
    <ChartFrame<Row>
      name="partner-network"
      sentence={
        most && most.soleCount > 0
          ? text("coverage.network.sentence", {
              organization: most.organizationName,
              sole: most.soleCount,
              required: network.requiredCount,
            })
          : text("coverage.network.sentence.none")
      }
      caption={text("coverage.network.caption", { left })}
      source={text("coverage.network.source")}
      method={text("coverage.network.method")}
      columns={useColumns()}
      rows={rows}
      rowKey={(row) => row.organizationId}
    >
      {(width) => (
        <LinkChart
          width={width}
          label={text("coverage.network.label")}
          from={shown.map((one) => ({
            key: one.organizationId,
            label: one.organizationName,
            words: text("coverage.network.words", {
              organization: one.organizationName,
              roles: one.roleCount,
              sole: one.soleCount,
              sites: one.sites.map(({ siteName }) => siteName).join(", "),
            }),
            links: one.sites.map(({ siteId, siteName, roleCount, soleCount }) => ({
              key: siteId,
              label: siteName,
              weight: roleCount,
              isMarked: soleCount > 0,
            })),
          }))}
        />
      )}
    </ChartFrame>
  );
}

function useColumns(): readonly Column<Row>[] {
  const text = useText();
  return [
    { id: "organization", header: text("partners.organization"), value: (row) => row.organizationName },
    {
      id: "sole",
      header: text("coverage.network.sole"),
      value: (row) => row.soleCount,
      isNumber: true,
      format: "number",
    },
    {
      id: "roles",
      header: text("coverage.network.roles"),
      value: (row) => row.roleCount,
      isNumber: true,
      format: "number",
    },
    { id: "sites", header: text("coverage.network.sites"), value: (row) => row.siteNames },
  ];
}
