import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { Notice } from "#admin/ui/notice.tsx";
import { Skeleton } from "#admin/ui/skeleton.tsx";
import { AdaptationChooser } from "./adaptation-chooser.tsx";
import type { AdaptationEntry } from "./site-form.ts";
import type { SiteDraftWork } from "./use-site-draft.ts";

const changesStepQuery = graphql(`
  query ChangesStep($releaseId: ID!) {
    siteOpening(releaseId: $releaseId) {
      coreComponents {
        key
        name
      }
      parts {
        section
        key
        title
        isCore
        isLaunchGate
        isOffered
        coreComponents
        fields {
          name
          kind
          value
          choices
          isCore
        }
      }
      ownerRoles {
        key
        title
      }
    }
  }
`);

/** What the site does differently from the template, each difference with its reason. */
export function ChangesStep({ draft }: { draft: SiteDraftWork }) {
  const text = useText();
  const result = useQuery(changesStepQuery, { variables: { releaseId: draft.form.releaseId ?? "" } });
  const opening = loaded(result)?.siteOpening;
  const [offered, setOffered] = useState<readonly string[]>(draft.form.offeredActivities ?? []);
  const [adaptations, setAdaptations] = useState<readonly AdaptationEntry[]>(draft.form.adaptations ?? []);
  const [hasFailed, setHasFailed] = useState(false);
  if (!opening) return <Skeleton lines={8} />;
  const goOn = () => {
    setHasFailed(false);
    draft
      .keep({ offeredActivities: [...offered], adaptations: [...adaptations] })
      .then(() => draft.goOn("review"))
      .catch(() => {
        setHasFailed(true);
      });
  };
  const chosenKeys = new Set(offered);
  return (
    <div className="fs-stack">
      <p className="fs-soft">{text("sites.open.changes.help")}</p>
      <fieldset className="usa-fieldset">
        <legend className="usa-legend">{text("sites.open.offered")}</legend>
        {opening.parts
          .filter((part) => part.isOffered)
          .map((part) => (
            <div className="usa-checkbox" key={part.key}>
              <input
                className="usa-checkbox__input"
                type="checkbox"
                id={`offered-${part.key}`}
                checked={chosenKeys.has(part.key)}
                onChange={(event) => {
                  setOffered(
                    event.target.checked ? [...offered, part.key] : offered.filter((key) => key !== part.key),
                  );
                }}
              />
              <label className="usa-checkbox__label" htmlFor={`offered-${part.key}`}>
                {part.title}
              </label>
            </div>
          ))}
      </fieldset>
      <AdaptationChooser
        parts={opening.parts.filter((part) => !part.isOffered || chosenKeys.has(part.key))}
        coreComponents={opening.coreComponents}
        ownerRoles={opening.ownerRoles}
        chosen={adaptations}
        onChange={setAdaptations}
        nothingYet={text("sites.adapt.none")}
      />
      {hasFailed && (
        <Notice kind="problem" isLive title={text("ui.form.unreachable.title")}>
          {text("ui.form.unreachable.text")}
        </Notice>
      )}
      <div className="fs-row">
        <button type="button" className="usa-button" onClick={goOn}>
          {text("sites.open.toReview")}
        </button>
      </div>
    </div>
  );
}
