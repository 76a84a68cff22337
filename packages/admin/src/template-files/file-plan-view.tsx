import { useId, useState } from "react";
import { FormattedDate } from "react-intl";
import { useText } from "#admin/i18n/use-text.ts";
import { FindingsList } from "#admin/ui/findings-list.tsx";
import { StatusTag } from "#admin/ui/status-tag.tsx";
import { Fingerprint } from "./fingerprint.tsx";
import type { FilePlan, PlannedKey } from "./template-file-door.ts";
import { useFindingWordsOf } from "#admin/ui/use-finding-words.ts";

interface FilePlanViewProps {
  plan: FilePlan;
  isBusy: boolean;
  /** Brings the file in, trusting these fingerprints from now on. */
  onBringIn: (trust: readonly string[]) => void;
}

/** What a file would add, who signed it, and the question whether to trust them. */
export function FilePlanView({ plan, isBusy, onBringIn }: FilePlanViewProps) {
  const text = useText();
  const inWords = useFindingWordsOf("templateFiles", "server");
  const [trusted, setTrusted] = useState<ReadonlySet<string>>(new Set());
  const unknown = plan.keys.filter(({ standing }) => standing === "unknown");
  const added = plan.releases.filter(({ standing }) => standing === "added");
  const isReady = added.length > 0 && unknown.every(({ fingerprint }) => trusted.has(fingerprint));
  return (
    <section className="fs-stack" aria-labelledby="file-plan">
      <h2 id="file-plan">{plan.template.name}</h2>
      <p role="status">
        {text(plan.template.isNew ? "templateFiles.plan.new" : "templateFiles.plan.held", {
          key: plan.template.key,
          added: added.length,
          alike: plan.releases.length - added.length,
        })}
      </p>
      <Releases plan={plan} />
      <FindingsList findings={inWords(plan.findings)} />
      {unknown.length > 0 && <h3>{text("templateFiles.trust.title")}</h3>}
      {unknown.map((key) => (
        <TrustQuestion
          key={key.fingerprint}
          asked={key}
          isTrusted={trusted.has(key.fingerprint)}
          onChange={(isTrusted) => {
            const others = [...trusted].filter((one) => one !== key.fingerprint);
            setTrusted(new Set(isTrusted ? [...others, key.fingerprint] : others));
          }}
        />
      ))}
      {added.length === 0 ? (
        <p>{text("templateFiles.plan.nothing")}</p>
      ) : (
        <div>
          <button
            type="button"
            className="usa-button"
            disabled={!isReady || isBusy}
            onClick={() => {
              onBringIn([...trusted]);
            }}
          >
            {text("templateFiles.bringIn.do", { count: added.length })}
          </button>
        </div>
      )}
    </section>
  );
}

function Releases({ plan }: { plan: FilePlan }) {
  const text = useText();
  return (
    <ul className="fs-plain fs-planned-releases">
      {plan.releases.map(({ version, standing, organization, publishedAt, publishedBy }) => (
        <li key={version}>
          <strong>{version}</strong>
          <StatusTag kind={standing === "added" ? "good" : "plain"}>
            {text(`templateFiles.standing.${standing}`)}
          </StatusTag>
          <span className="fs-soft">
            {text("templateFiles.release.from", { organization, person: publishedBy })}{" "}
            <FormattedDate value={publishedAt} dateStyle="long" />
          </span>
        </li>
      ))}
    </ul>
  );
}

interface TrustQuestionProps {
  asked: PlannedKey;
  isTrusted: boolean;
  onChange: (isTrusted: boolean) => void;
}

function TrustQuestion({ asked, isTrusted, onChange }: TrustQuestionProps) {
  const text = useText();
  const id = useId();
  return (
    <div className="fs-stack fs-stack--tight">
      <p>{text("templateFiles.trust.text", { name: asked.claimedName })}</p>
      <Fingerprint words={asked.words} groups={asked.groups} />
      <div className="usa-checkbox">
        <input
          id={id}
          type="checkbox"
          className="usa-checkbox__input"
          checked={isTrusted}
          onChange={(event) => {
            onChange(event.target.checked);
          }}
        />
        <label className="usa-checkbox__label" htmlFor={id}>
          {text("templateFiles.trust.confirm", { name: asked.claimedName })}
        </label>
      </div>
    </div>
  );
}
