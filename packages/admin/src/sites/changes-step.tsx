import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { readDraft, useDraftKeeping } from "#admin/ui/form-draft.ts";
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

/** The choices of this step: what was chosen on this computer, or else what the server keeps. */
function useChoices(draft: SiteDraftWork, name: string) {
  const keeping = useDraftKeeping(name);
  const [{ offered, adaptations }, setChoices] = useState<Choices>(() => ({
    offered: draft.form.offeredActivities ?? [],
    adaptations: draft.form.adaptations ?? [],
    ...readDraft<Choices>(name),
  }));
  const choose = (change: Partial<Choices>) => {
    const choices = { offered, adaptations, ...change };
    setChoices(choices);
    keeping.keep(choices);
  };
  return { offered, adaptations, choose, keeping };
}

interface Choices {
  readonly offered: readonly string[];
  readonly adaptations: readonly AdaptationEntry[];
}

/** What the site does differently from the template, each difference with its reason. */
export function ChangesStep({ draft }: { draft: SiteDraftWork }) {
  const text = useText();
  const result = useQuery(changesStepQuery, { variables: { releaseId: draft.form.releaseId ?? "" } });
  const opening = loaded(result)?.siteOpening;
  const draftName = `open-site-changes-${draft.id ?? ""}`;
  const { offered, adaptations, choose, keeping } = useChoices(draft, draftName);
  const [hasFailed, setHasFailed] = useState(false);
  if (!opening) return <Skeleton lines={8} />;
  const goOn = () => {
    setHasFailed(false);
    draft
      .keep({ offeredActivities: [...offered], adaptations: [...adaptations] })
      .then(() => {
        keeping.forget();
        return draft.goOn("review");
      })
      .catch(() => {
        setHasFailed(true);
      });
  };
  const offers = opening.parts.filter((part) => part.isOffered);
  const chosenKeys = new Set(offered);
  return (
    <div className="fs-stack">
      <p className="fs-soft">{text("sites.open.changes.help")}</p>
      <OfferedActivities
        offers={offers}
        chosenKeys={chosenKeys}
        onChange={(chosen) => {
          choose({ offered: chosen });
        }}
      />
      <AdaptationChooser
        parts={opening.parts.filter((part) => !part.isOffered || chosenKeys.has(part.key))}
        coreComponents={opening.coreComponents}
        ownerRoles={opening.ownerRoles}
        chosen={adaptations}
        onChange={(chosen) => {
          choose({ adaptations: chosen });
        }}
        nothingYet={text("sites.adapt.none")}
        draft={draftName}
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
        <KeptNote isKept={keeping.isKept} />
      </div>
    </div>
  );
}

interface OfferedActivitiesProps {
  offers: readonly { key: string; title: string }[];
  chosenKeys: ReadonlySet<string>;
  onChange: (chosen: readonly string[]) => void;
}

/** The activities that the template offers, to take up or not. */
function OfferedActivities({ offers, chosenKeys, onChange }: OfferedActivitiesProps) {
  const text = useText();
  return (
    <fieldset className="usa-fieldset">
      <legend className="usa-legend">{text("sites.open.offered")}</legend>
      {offers.map(({ key, title }) => (
        <div className="usa-checkbox" key={key}>
          <input
            className="usa-checkbox__input"
            type="checkbox"
            id={`offered-${key}`}
            checked={chosenKeys.has(key)}
            onChange={(event) => {
              const others = [...chosenKeys].filter((each) => each !== key);
              onChange(event.target.checked ? [...others, key] : others);
            }}
          />
          <label className="usa-checkbox__label" htmlFor={`offered-${key}`}>
            {title}
          </label>
        </div>
      ))}
    </fieldset>
  );
}
