import { useQuery } from "@apollo/client/react";
import { useRef, useState } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { KeptNote } from "#admin/ui/kept-note.tsx";
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
  const { offered, adaptations, hasFailed, isKept, change, goOn } = useChanges(draft);
  if (!opening) return <Skeleton lines={8} />;
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
                  const others = offered.filter((key) => key !== part.key);
                  change({ offered: event.target.checked ? [...others, part.key] : others });
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
        onChange={(chosen) => {
          change({ adaptations: chosen });
        }}
        nothingYet={text("sites.adapt.none")}
        draft={`open-site-difference-${draft.id ?? ""}`}
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
        <KeptNote isKept={isKept} where="server" />
      </div>
    </div>
  );
}

interface Changes {
  readonly offered: readonly string[];
  readonly adaptations: readonly AdaptationEntry[];
}

/** The differences chosen so far: each is kept on the server as it is chosen, one after the other. */
function useChanges(draft: SiteDraftWork) {
  const { offeredActivities = [], adaptations = [] } = draft.form;
  const [changes, setChanges] = useState<Changes>({ offered: offeredActivities, adaptations });
  const [hasFailed, setHasFailed] = useState(false);
  const [isKept, setIsKept] = useState(false);
  const kept = useRef(Promise.resolve());
  const keep = (next: Changes) => {
    setHasFailed(false);
    const answers = { offeredActivities: [...next.offered], adaptations: [...next.adaptations] };
    kept.current = kept.current.catch(() => undefined).then(() => draft.keep(answers));
    return kept.current;
  };
  const fail = () => {
    setHasFailed(true);
  };
  return {
    ...changes,
    hasFailed,
    isKept,
    change: (part: Partial<Changes>) => {
      const next = { ...changes, ...part };
      setChanges(next);
      setIsKept(false);
      keep(next).then(() => {
        setIsKept(true);
      }, fail);
    },
    goOn: () => {
      keep(changes)
        .then(() => draft.goOn("review"))
        .catch(fail);
    },
  };
}
