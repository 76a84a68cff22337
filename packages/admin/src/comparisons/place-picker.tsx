import { useQuery } from "@apollo/client/react";
import { type SubmitEvent, useId } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { PlacePickerQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useAddressParam } from "#admin/ui/address.ts";
import { Icon } from "#admin/ui/icon.tsx";
import { mostPlaces, useComparisonChoice, useTogglePlace } from "./comparison-choice.ts";

const placePickerQuery = graphql(`
  query PlacePicker($indicator: String!, $search: String, $kind: String, $after: String) {
    comparisonPlaces(indicator: $indicator, search: $search, kind: $kind, after: $after, first: 12) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name
          siteKind
          firstYear
          lastYear
        }
      }
    }
  }
`);

const kinds = ["city", "publicHousing", "park", "neighborhood"] as const;

/** Finds cities and sites that have figures of the indicator, and puts them side by side. */
export function PlacePicker({ indicator }: { indicator: string }) {
  const text = useText();
  const [search, setSearch] = useAddressParam("find");
  const [kind, setKind] = useAddressParam("kind");
  const result = useQuery(placePickerQuery, { variables: { indicator, search, kind } });
  const found = (loaded(result) ?? result.previousData)?.comparisonPlaces;
  const showMore = async (after: string) => {
    await result.fetchMore({ variables: { after }, updateQuery: withMorePlaces });
  };
  const next = found?.pageInfo.hasNextPage === true ? found.pageInfo.endCursor : null;
  return (
    <div className="fs-stack fs-stack--tight">
      <div className="fs-row">
        <SearchPlaces
          key={search}
          words={search}
          onSearch={(words) => {
            setSearch(words || undefined);
          }}
        />
        <KindChoice kind={kind} onChange={setKind} />
      </div>
      {found && (
        <p className="fs-soft" role="status">
          {text("comparisons.places.found", { count: found.totalCount })}
        </p>
      )}
      <ul className="fs-plain fs-row">
        {found?.edges.map(({ node }) => (
          <li key={node.id}>
            <PlaceToggle place={node} />
          </li>
        ))}
      </ul>
      {next !== null && (
        <button
          type="button"
          className="usa-button usa-button--unstyled"
          onClick={() => {
            void showMore(next);
          }}
        >
          {text("comparisons.places.more")}
        </button>
      )}
    </div>
  );
}

/** The places that are shown, and the next ones after them. */
function withMorePlaces(
  before: PlacePickerQuery,
  { fetchMoreResult: { comparisonPlaces } }: { fetchMoreResult: PlacePickerQuery },
): PlacePickerQuery {
  const edges = [...before.comparisonPlaces.edges, ...comparisonPlaces.edges];
  return { comparisonPlaces: { ...comparisonPlaces, edges } };
}

interface SearchPlacesProps {
  words: string | undefined;
  onSearch: (words: string) => void;
}

function SearchPlaces({ words: searched, onSearch }: SearchPlacesProps) {
  const text = useText();
  const id = useId();
  const apply = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const words = new FormData(event.currentTarget).get("words");
    onSearch(typeof words === "string" ? words.trim() : "");
  };
  return (
    <form className="fs-filter" role="search" onSubmit={apply}>
      <label htmlFor={id}>{text("comparisons.places.search")}</label>
      <span className="fs-filter__words">
        <input id={id} name="words" type="search" className="usa-input" defaultValue={searched} />
        <button type="submit" className="usa-button usa-button--outline">
          <Icon name="search" label={text("ui.filters.search")} />
        </button>
      </span>
    </form>
  );
}

function KindChoice({
  kind,
  onChange,
}: {
  kind: string | undefined;
  onChange: (kind: string | undefined) => void;
}) {
  const text = useText();
  const id = useId();
  return (
    <div className="fs-filter">
      <label htmlFor={id}>{text("comparisons.kind")}</label>
      <select
        id={id}
        className="usa-select"
        value={kind ?? ""}
        onChange={(event) => {
          onChange(event.target.value || undefined);
        }}
      >
        <option value="">{text("ui.filters.all")}</option>
        {kinds.map((each) => (
          <option key={each} value={each}>
            {text(`comparisons.kind.${each}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

type Place = PlacePickerQuery["comparisonPlaces"]["edges"][number]["node"];

function PlaceToggle({ place }: { place: Place }) {
  const { id, name, firstYear, lastYear } = place;
  const { places } = useComparisonChoice();
  const toggle = useTogglePlace();
  const isChosen = places.includes(id);
  return (
    <button
      type="button"
      className="fs-chip"
      aria-pressed={isChosen}
      disabled={!isChosen && places.length >= mostPlaces}
      onClick={() => {
        toggle(id, lastYear);
      }}
    >
      {isChosen && <Icon name="done" />}
      {name}
      <span className="fs-soft">{firstYear === lastYear ? lastYear : `${firstYear}–${lastYear}`}</span>
    </button>
  );
}
