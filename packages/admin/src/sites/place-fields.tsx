import { lazy, Suspense, useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { useText } from "#admin/i18n/use-text.ts";
import { NumberField, TextField } from "#admin/ui/field.tsx";
import { Skeleton } from "#admin/ui/skeleton.tsx";

const PointMap = lazy(() =>
  import("#admin/maps/point-map.tsx").then(({ PointMap: component }) => ({ default: component })),
);

/** What a site is called, where it is, and how many people live there: the same when opening and when changing it. */
export function PlaceFields({ stateCode }: { stateCode: string | undefined }) {
  const text = useText();
  return (
    <>
      <TextField name="name" label={text("sites.name")} help={text("sites.name.help")} />
      <TextField name="address" label={text("sites.address")} help={text("sites.address.help")} isOptional />
      <PointChooser stateCode={stateCode} />
      <fieldset className="usa-fieldset fs-pair">
        <legend className="usa-legend">{text("sites.point")}</legend>
        <NumberField name="latitude" label={text("sites.latitude")} isOptional />
        <NumberField name="longitude" label={text("sites.longitude")} isOptional />
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

/** The point on a map, for those who do not know it in numbers; brought only when it is asked for. */
function PointChooser({ stateCode }: { stateCode: string | undefined }) {
  const text = useText();
  const [isShown, setIsShown] = useState(false);
  const { control, setValue } = useFormContext();
  const [latitude, longitude] = useWatch({ control, name: ["latitude", "longitude"] }) as unknown[];
  if (!isShown) {
    return (
      <button
        type="button"
        className="usa-button usa-button--outline"
        onClick={() => {
          setIsShown(true);
        }}
      >
        {text("maps.show")}
      </button>
    );
  }
  const hasPoint = typeof latitude === "number" && typeof longitude === "number";
  return (
    <Suspense fallback={<Skeleton lines={8} />}>
      <PointMap
        point={hasPoint ? { latitude, longitude } : null}
        stateCode={stateCode}
        onPick={(point) => {
          setValue("latitude", point.latitude, { shouldDirty: true, shouldValidate: true });
          setValue("longitude", point.longitude, { shouldDirty: true, shouldValidate: true });
        }}
      />
    </Suspense>
  );
}
