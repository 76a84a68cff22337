import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { CompareReleasesPageQuery, ReleaseDifferenceQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useAddressParams, usePathParam, useSetAddressParams } from "#admin/ui/address.ts";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { Page } from "#admin/ui/page.tsx";
import { PageSkeleton } from "#admin/ui/skeleton.tsx";
import { ChangeList } from "#admin/upgrades/change-list.tsx";
import "#admin/upgrades/upgrades.css";
import "./templates.css";

const compareReleasesPageQuery = graphql(`
  query CompareReleasesPage($key: String!) {
    template(key: $key) {
      id
      key
      name
      releases {
        id
        version
      }
    }
  }
`);

const releaseDifferenceQuery = graphql(`
  query ReleaseDifference($templateKey: String!, $from: String!, $to: String!) {
    releaseDifference(templateKey: $templateKey, from: $from, to: $to) {
      isBackwards
      partCount
      counts {
        kind
        count
      }
      notes {
        version
        changes
      }
      changes {
        ...ChangeList_change @unmask
      }
    }
  }
`);

type Template = NonNullable<CompareReleasesPageQuery["template"]>;
type Difference = ReleaseDifferenceQuery["releaseDifference"];

/** Two releases of a template side by side: what the one has differently from the other, in words. */
export function CompareReleasesPage() {
  const text = useText();
  const key = usePathParam("templateKey");
  const data = loaded(useQuery(compareReleasesPageQuery, { variables: { key } }));
  if (!data) return <PageSkeleton />;
  if (!data.template) {
    return (
      <Page title={text("templates.missing.title")}>
        <Notice kind="note">{text("templates.missing.text")}</Notice>
      </Page>
    );
  }
  return <Compare template={data.template} />;
}

/** The releases that the address names; where it names none, the newest and the one before it. */
function useChosen({ releases }: Template): { from: string | undefined; to: string | undefined } {
  const { from, to } = useAddressParams();
  const end = to ?? releases[0]?.version;
  const before = releases[releases.findIndex(({ version }) => version === end) + 1];
  return { from: from ?? before?.version, to: end };
}

function Compare({ template }: { template: Template }) {
  const text = useText();
  const { from, to } = useChosen(template);
  const isPair = from !== undefined && to !== undefined;
  return (
    <Page
      title={isPair ? text("templates.compare.heading", { from, to }) : text("templates.compare.title")}
      sentence={text("templates.compare.sentence", { name: template.name })}
      trail={[
        { label: text("templates.title"), to: "/templates" },
        { label: template.name, to: `/templates/${template.key}` },
      ]}
    >
      {isPair ? (
        <>
          <Choice template={template} from={from} to={to} />
          <Found template={template} from={from} to={to} />
        </>
      ) : (
        <EmptyState
          title={text("templates.compare.one.title")}
          action={
            <Link to={`/templates/${template.key}`} className="usa-button">
              {text("templates.compare.back")}
            </Link>
          }
        >
          {text("templates.compare.one.text")}
        </EmptyState>
      )}
    </Page>
  );
}

function Found({ template, from, to }: { template: Template; from: string; to: string }) {
  const text = useText();
  const unknown = [from, to].find((wanted) => template.releases.every(({ version }) => version !== wanted));
  if (unknown !== undefined)
    return <Notice kind="note">{text("templates.compare.unknown", { version: unknown })}</Notice>;
  if (from === to) return <Notice kind="note">{text("templates.compare.same", { version: to })}</Notice>;
  return <FoundDifference templateKey={template.key} from={from} to={to} />;
}

function Choice({ template, from, to }: { template: Template; from: string; to: string }) {
  const text = useText();
  const set = useSetAddressParams();
  return (
    <div className="fs-row fs-no-print">
      <ReleaseChoice
        label={text("templates.compare.from")}
        template={template}
        value={from}
        onChange={(version) => {
          set({ from: version, to });
        }}
      />
      <ReleaseChoice
        label={text("templates.compare.to")}
        template={template}
        value={to}
        onChange={(version) => {
          set({ from, to: version });
        }}
      />
      <button
        type="button"
        className="usa-button usa-button--outline"
        onClick={() => {
          set({ from: to, to: from });
        }}
      >
        {text("templates.compare.swap")}
      </button>
    </div>
  );
}

interface ReleaseChoiceProps {
  label: string;
  template: Template;
  value: string;
  onChange: (version: string) => void;
}

function ReleaseChoice({ label, template, value, onChange }: ReleaseChoiceProps) {
  const isKnown = template.releases.some(({ version }) => version === value);
  return (
    <label className="fs-release-picker">
      {label}
      <select
        className="usa-select"
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      >
        {!isKnown && <option value={value}>{value}</option>}
        {template.releases.map(({ id, version }) => (
          <option key={id} value={version}>
            {version}
          </option>
        ))}
      </select>
    </label>
  );
}

function FoundDifference(wanted: { templateKey: string; from: string; to: string }) {
  const text = useText();
  const result = useQuery(releaseDifferenceQuery, { variables: wanted });
  const data = loaded(result);
  if (!data) return <PageSkeleton />;
  const { releaseDifference: difference } = data;
  const { from, to } = wanted;
  if (difference.changes.length === 0)
    return <Notice kind="note">{text("templates.compare.none", { from, to })}</Notice>;
  return (
    <div className="fs-stack">
      {difference.isBackwards && (
        <Notice kind="note">{text("templates.compare.backwards", { from, to })}</Notice>
      )}
      <Counts difference={difference} />
      <Notes notes={difference.notes} />
      <ChangeList changes={difference.changes} words="templates.compare.change" hasKeys />
    </div>
  );
}

function Counts({ difference }: { difference: Difference }) {
  const text = useText();
  const counted = difference.counts.map(({ kind, count }) => text(`upgrades.count.${kind}`, { count }));
  return (
    <p role="status">
      <strong>{text("templates.compare.parts", { count: difference.partCount })}</strong>{" "}
      {counted.join(" · ")}
    </p>
  );
}

/** What the authors say; a release whose authors say nothing is left out. */
function Notes({ notes }: Pick<Difference, "notes">) {
  const text = useText();
  const said = notes.filter(({ changes }) => changes.length > 0);
  if (said.length === 0) return null;
  return (
    <div className="fs-stack fs-stack--tight">
      {said.map(({ version, changes }) => (
        <details key={version} className="fs-template__changes" open={said.length === 1}>
          <summary>{text("templates.changes", { version })}</summary>
          <ul>
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}
