import { skipToken, useQuery } from "@apollo/client/react";
import { useEffect, useMemo, useState } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { UseFoundPlacesQuery } from "#admin/graphql/generated/graphql.ts";
import { useText, type TextOf } from "#admin/i18n/use-text.ts";
import { useMay } from "#admin/session/actor.ts";
import type { DestinationGroup } from "./destination.ts";

const foundPlacesQuery = graphql(`
  query UseFoundPlaces(
    $search: String!
    $sites: Boolean!
    $jurisdictions: Boolean!
    $organizations: Boolean!
    $indicators: Boolean!
  ) {
    sites(search: $search, first: 5) @include(if: $sites) {
      edges {
        node {
          id
          name
          jurisdiction {
            id
            name
          }
        }
      }
    }
    jurisdictions(search: $search, first: 5) @include(if: $jurisdictions) {
      edges {
        node {
          id
          name
          stateCode
        }
      }
    }
    partnerOrganizations(search: $search, first: 5) @include(if: $organizations) {
      edges {
        node {
          id
          publicName
        }
      }
    }
    indicators(search: $search, first: 5) @include(if: $indicators) {
      edges {
        node {
          code
          name
        }
      }
    }
  }
`);

/** What the server finds for what was typed: sites, places, organizations, indicators that one may see. */
export function useFoundPlaces(typed: string): { groups: readonly DestinationGroup[]; isSearching: boolean } {
  const text = useText();
  const search = useSettled(typed.trim());
  const may = {
    sites: useMay("site.read"),
    jurisdictions: useMay("jurisdiction.read"),
    organizations: useMay("partner.read"),
    indicators: useMay("template.read"),
  };
  const { data, loading } = useQuery(
    foundPlacesQuery,
    search.length < 2 ? skipToken : { variables: { search, ...may }, fetchPolicy: "cache-first" },
  );
  const groups = useMemo(
    () => (data && search.length >= 2 ? groupsOf(data, text) : []),
    [data, search, text],
  );
  return { groups, isSearching: loading };
}

function groupsOf(found: UseFoundPlacesQuery, text: TextOf): DestinationGroup[] {
  const groups = [
    {
      title: text("palette.sites"),
      destinations: (found.sites?.edges ?? []).map(({ node }) => ({
        key: node.id,
        label: node.name,
        hint: node.jurisdiction.name,
        to: `/sites/${node.id}`,
      })),
    },
    {
      title: text("palette.jurisdictions"),
      destinations: (found.jurisdictions?.edges ?? []).map(({ node }) => ({
        key: node.id,
        label: node.name,
        hint: node.stateCode,
        to: `/jurisdictions/${node.id}`,
      })),
    },
    {
      title: text("palette.organizations"),
      destinations: (found.partnerOrganizations?.edges ?? []).map(({ node }) => ({
        key: node.id,
        label: node.publicName,
        to: `/partners/${node.id}`,
      })),
    },
    {
      title: text("palette.indicators"),
      destinations: (found.indicators?.edges ?? []).map(({ node }) => ({
        key: node.code,
        label: node.name,
        hint: node.code,
        to: `/indicators/${node.code}`,
      })),
    },
  ];
  return groups.filter((group) => group.destinations.length > 0);
}

/** A value once it has stopped changing for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(value);
    }, 200);
    return () => {
      clearTimeout(timer);
    };
  }, [value]);
  return settled;
}
