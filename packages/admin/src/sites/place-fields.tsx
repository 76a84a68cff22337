import { useText } from "#admin/i18n/use-text.ts";
import { NumberField, TextField } from "#admin/ui/field.tsx";
import { PointOnMap } from "./point-on-map.tsx";

/** What a site is called, where it is, and how many people live there: the same when opening and when changing it. */
export function PlaceFields({ jurisdictionId }: { jurisdictionId: string | undefined }) {
  const text = useText();
  return (
    <>
      <TextField name="name" label={text("sites.name")} help={text("sites.name.help")} />
      <fieldset className="usa-fieldset">
        <legend className="usa-legend">{text("sites.where")}</legend>
        <TextField
          name="address"
          label={text("sites.address")}
          help={text("sites.address.help")}
          isOptional
        />
        <div className="fs-pair">
          <NumberField name="latitude" label={text("sites.latitude")} isOptional />
          <NumberField name="longitude" label={text("sites.longitude")} isOptional />
        </div>
        <PointOnMap jurisdictionId={jurisdictionId} />
      </fieldset>
      <NumberField
        name="residentPopulation"
        label={text("sites.residents")}
        help={text("sites.residents.help")}
        isOptional
        min={0}
        step={1}
      />
      <NumberField
        name="residentPopulationYear"
        label={text("sites.residentsYear")}
        isOptional
        min={1900}
        step={1}
      />
      <TextField name="residentPopulationSource" label={text("sites.residentsSource")} isOptional />
    </>
  );
}
