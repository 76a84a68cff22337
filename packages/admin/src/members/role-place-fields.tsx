import { useQuery } from "@apollo/client/react";
import { useEffect, useState } from "react";
import { useFormContext } from "react-hook-form";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { Role } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { RadioField, SelectField } from "#admin/ui/field.tsx";
import { Skeleton } from "#admin/ui/skeleton.tsx";
import { placeKey } from "./place-key.ts";

const rolePlaceFieldsQuery = graphql(`
  query RolePlaceFields {
    actor {
      rolesToGive
    }
  }
`);

const placesQuery = graphql(`
  query RolePlaceFields_places($role: Role!, $search: String) {
    invitablePlaces(role: $role, search: $search) {
      name
      jurisdictionId
      siteId
      organizationId
      stateCode
    }
  }
`);

/** The number of places from which on it is quicker to look one up by name. */
const MANY = 50;

/** Which role, and then where: only what the person who invites may give. */
export function RolePlaceFields() {
  const text = useText();
  const { watch } = useFormContext<{ role: string }>();
  const given = loaded(useQuery(rolePlaceFieldsQuery))?.actor?.rolesToGive;
  const role = watch("role");
  if (!given) return <Skeleton lines={4} />;
  return (
    <>
      <RadioField
        name="role"
        label={text("members.role")}
        choices={given.map((key) => ({
          value: key,
          label: text(`session.role.${key}`),
          help: text(`members.role.${key}.help`),
        }))}
      />
      {role !== "" && <PlaceField key={role} roleToHold={role as Role} />}
    </>
  );
}

/** The place of a role: one of those where the actor may give it. */
export function PlaceField({ roleToHold: role }: { roleToHold: Role }) {
  const text = useText();
  const [search, setSearch] = useState("");
  const result = useQuery(placesQuery, { variables: { role, search } });
  const places = (loaded(result) ?? result.previousData)?.invitablePlaces;
  useFittingPlace(places?.map(placeKey));
  if (!places) return <Skeleton lines={2} />;
  return (
    <>
      {(places.length >= MANY || search !== "") && (
        <label className="usa-label">
          {text("members.place.search")}
          <input
            className="usa-input"
            type="search"
            value={search}
            onChange={(event) => {
              setSearch(event.target.value);
            }}
          />
        </label>
      )}
      {places.length === 0 && <p role="status">{text("members.place.none")}</p>}
      <SelectField
        name="place"
        label={text("members.place")}
        choices={places.map((place) => ({ value: placeKey(place), label: place.name }))}
      />
    </>
  );
}

/** Chooses the only place there is, and lets go of one that is no longer offered. */
function useFittingPlace(keys: readonly string[] | undefined) {
  const { setValue, watch } = useFormContext<{ place: string }>();
  const chosen = watch("place");
  useEffect(() => {
    if (!keys || keys.includes(chosen)) return;
    const [first, second] = keys;
    const fitting = first !== undefined && second === undefined ? first : "";
    if (fitting !== chosen) setValue("place", fitting);
  }, [keys, chosen, setValue]);
}
