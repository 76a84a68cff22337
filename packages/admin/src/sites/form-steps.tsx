import { useQuery } from "@apollo/client/react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { EntityForm } from "#admin/ui/entity-form.tsx";
import { TextField } from "#admin/ui/field.tsx";
import { Skeleton } from "#admin/ui/skeleton.tsx";
import { askedPlaceSchema, launchSchema, peopleSchema, type SiteForm } from "./site-form.ts";
import { PlaceFields } from "./place-fields.tsx";
import type { SiteDraftWork } from "./use-site-draft.ts";

/** The place as far as it is filled in. */
function placeOf({ name, address, latitude, longitude, ...residents }: SiteForm) {
  return {
    name: name ?? "",
    address: address ?? "",
    latitude: latitude ?? null,
    longitude: longitude ?? null,
    residentPopulation: residents.residentPopulation ?? null,
    residentPopulationYear: residents.residentPopulationYear ?? null,
    residentPopulationSource: residents.residentPopulationSource ?? "",
  };
}

/** Where the site is, what it is called, and how many people live there. */
export function PlaceStep({ draft }: { draft: SiteDraftWork }) {
  const text = useText();
  const { form } = draft;
  return (
    <EntityForm
      schema={askedPlaceSchema}
      draft={`open-site-place-${draft.id ?? ""}`}
      defaultValues={placeOf(form)}
      saveLabel={text("sites.open.continue")}
      save={async (answers) => {
        const hasPlace = answers.address !== "" || typeof answers.latitude === "number";
        if (!hasPlace) {
          return [
            {
              code: "SITE_PLACE_MISSING",
              severity: "ERROR",
              path: "address",
              message: text("sites.form.placeMissing"),
            },
          ];
        }
        await draft.keep(answers);
        return [];
      }}
      onSaved={() => void draft.goOn("launch")}
    >
      <PlaceFields jurisdictionId={form.jurisdictionId} />
    </EntityForm>
  );
}

/** The day on which the site launches: every due date is counted from it. */
export function LaunchStep({ draft }: { draft: SiteDraftWork }) {
  const text = useText();
  return (
    <EntityForm
      schema={launchSchema}
      draft={`open-site-launch-${draft.id ?? ""}`}
      defaultValues={{ launchOn: draft.form.launchOn ?? "" }}
      saveLabel={text("sites.open.continue")}
      save={async (answers) => {
        await draft.keep(answers);
        return [];
      }}
      onSaved={() => void draft.goOn("people")}
    >
      <TextField
        name="launchOn"
        type="date"
        label={text("sites.launchOn")}
        help={text("sites.launchOn.help")}
      />
    </EntityForm>
  );
}

const peopleStepQuery = graphql(`
  query PeopleStep($releaseId: ID!) {
    siteOpening(releaseId: $releaseId) {
      ownerRoles {
        key
        title
      }
    }
  }
`);

/** Who fills the owner roles, as far as is known; every role may stay open. */
export function PeopleStep({ draft }: { draft: SiteDraftWork }) {
  const text = useText();
  const { form } = draft;
  const result = useQuery(peopleStepQuery, { variables: { releaseId: form.releaseId ?? "" } });
  const roles = loaded(result)?.siteOpening.ownerRoles;
  if (!roles) return <Skeleton lines={8} />;
  const owners = Object.fromEntries(
    roles.map(({ key }) => [key, form.owners?.[key] ?? { name: "", email: "" }]),
  );
  return (
    <EntityForm
      schema={peopleSchema}
      draft={`open-site-people-${draft.id ?? ""}`}
      defaultValues={{ owners }}
      saveLabel={text("sites.open.continue")}
      save={async (answers) => {
        await draft.keep(answers);
        return [];
      }}
      onSaved={() => void draft.goOn("changes")}
    >
      <p className="fs-soft">{text("sites.open.people.help")}</p>
      {roles.map(({ key, title }) => (
        <fieldset key={key} className="usa-fieldset fs-owner">
          <legend className="usa-legend">{title}</legend>
          <TextField name={`owners.${key}.name`} label={text("sites.owner.name")} isOptional />
          <TextField name={`owners.${key}.email`} type="email" label={text("sites.owner.email")} isOptional />
        </fieldset>
      ))}
    </EntityForm>
  );
}
