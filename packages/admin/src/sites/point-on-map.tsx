import { skipToken, useQuery } from "@apollo/client/react";
import { lazy, Suspense, useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { type GeoPoint, geoPointOf } from "#admin/maps/geo-point.ts";
import { Icon } from "#admin/ui/icon.tsx";
import { Skeleton } from "#admin/ui/skeleton.tsx";

const pointOnMapQuery = graphql(`
  query PointOnMap($id: ID!) {
    jurisdiction(id: $id) {
      id
      stateCode
      latitude
      longitude
    }
  }
`);

const PointPicker = lazy(async () => ({
  default: (await import("#admin/maps/point-picker.tsx")).PointPicker,
}));

/** A map to choose the two numbers by, loaded when it is asked for; it and the numbers follow each other. */
export function PointOnMap({ jurisdictionId }: { jurisdictionId: string | undefined }) {
  const text = useText();
  const [isShown, setIsShown] = useState(false);
  return (
    <div className="fs-point">
      <button
        type="button"
        className="usa-button usa-button--outline fs-small-button"
        aria-expanded={isShown}
        onClick={() => {
          setIsShown(!isShown);
        }}
      >
        <Icon name="place" />
        {text(isShown ? "sites.point.hide" : "sites.point.choose")}
      </button>
      {isShown && <ShownMap jurisdictionId={jurisdictionId} />}
    </div>
  );
}

function ShownMap({ jurisdictionId }: { jurisdictionId: string | undefined }) {
  const { control, setValue } = useFormContext();
  const result = useQuery(
    pointOnMapQuery,
    jurisdictionId === undefined ? skipToken : { variables: { id: jurisdictionId } },
  );
  const [latitude, longitude] = useWatch({ control, name: ["latitude", "longitude"] }) as unknown[];
  const place = result.data?.jurisdiction;
  if (jurisdictionId !== undefined && !result.data && !result.error) return <Skeleton lines={8} />;
  const choose = (point: GeoPoint) => {
    const how = { shouldDirty: true, shouldTouch: true };
    setValue("latitude", point.latitude, { ...how, shouldValidate: true });
    setValue("longitude", point.longitude, { ...how, shouldValidate: true });
  };
  return (
    <Suspense fallback={<Skeleton lines={8} />}>
      <PointPicker
        point={geoPointOf(latitude, longitude)}
        onChoose={choose}
        stateCode={place?.stateCode}
        start={geoPointOf(place?.latitude, place?.longitude)}
      />
    </Suspense>
  );
}
