import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { OpenSitesPageQueryVariables } from "#admin/graphql/generated/graphql.ts";
import { refusalMessage } from "#admin/graphql/refusal.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { Notice } from "#admin/ui/notice.tsx";
import { Page } from "#admin/ui/page.tsx";
import { Skeleton } from "#admin/ui/skeleton.tsx";
import { useOpeningPlaces } from "./opening-places.ts";
import { PlannedSites } from "./planned-sites.tsx";
import { type OpenedSites, SitesReceipt } from "./sites-receipt.tsx";
import type { ChosenTable } from "./sites-tables.ts";
import { TableField } from "./table-field.tsx";

const openSitesPageQuery = graphql(`
  query OpenSitesPage($input: SitesTablesInput!) {
    sitesPreview(input: $input) {
      ...PlannedSites_preview @unmask
    }
  }
`);

/** Opens several sites from a table: first what would be made and what stands against it, then the deed. */
export function OpenSitesPage() {
  const text = useText();
  const places = useOpeningPlaces();
  const [jurisdictionId, setJurisdictionId] = useState(places[0]?.value ?? "");
  const [sites, setSites] = useState<ChosenTable>();
  const [adaptations, setAdaptations] = useState<ChosenTable>();
  const [opened, setOpened] = useState<OpenedSites>();
  if (opened) {
    return (
      <Page title={text("sites.several.title")}>
        <SitesReceipt opened={opened} />
      </Page>
    );
  }
  const input = inputOf(jurisdictionId, sites, adaptations);
  return (
    <Page title={text("sites.several.title")} sentence={text("sites.several.sentence")}>
      <div className="fs-stack">
        {places.length > 1 && (
          <PlaceChoice places={places} value={jurisdictionId} onChange={setJurisdictionId} />
        )}
        <TableField
          label={text("sites.several.sites")}
          help={text("sites.several.sites.help")}
          chosen={sites}
          onChosen={setSites}
        />
        <TableField
          label={text("sites.several.adaptations")}
          help={text("sites.several.adaptations.help")}
          chosen={adaptations}
          onChosen={setAdaptations}
          isOptional
        />
      </div>
      {input && <Preview input={input} onOpened={setOpened} />}
    </Page>
  );
}

type Input = OpenSitesPageQueryVariables["input"];

function inputOf(
  jurisdictionId: string,
  sites: ChosenTable | undefined,
  adaptations: ChosenTable | undefined,
): Input | undefined {
  if (sites?.kind !== "read") return undefined;
  if (adaptations === undefined) return { jurisdictionId, sites: sites.text };
  if (adaptations.kind !== "read") return undefined;
  return { jurisdictionId, sites: sites.text, adaptations: adaptations.text };
}

function Preview({ input, onOpened }: { input: Input; onOpened: (opened: OpenedSites) => void }) {
  const text = useText();
  const { data, error } = useQuery(openSitesPageQuery, { variables: { input }, fetchPolicy: "no-cache" });
  if (error) {
    return (
      <Notice kind="problem" isLive title={text("sites.open.cannotPreview")}>
        {refusalMessage(error) ?? text("ui.form.unreachable.text")}
      </Notice>
    );
  }
  if (!data) return <Skeleton lines={6} />;
  return <PlannedSites preview={data.sitesPreview} input={input} onOpened={onOpened} />;
}

interface PlaceChoiceProps {
  places: readonly { value: string; label: string }[];
  value: string;
  onChange: (value: string) => void;
}

function PlaceChoice({ places, value, onChange }: PlaceChoiceProps) {
  const text = useText();
  return (
    <label className="usa-label">
      {text("sites.jurisdiction")}
      <select
        className="usa-select"
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      >
        {places.map((place) => (
          <option key={place.value} value={place.value}>
            {place.label}
          </option>
        ))}
      </select>
    </label>
  );
}
