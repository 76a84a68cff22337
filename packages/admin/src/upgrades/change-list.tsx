import { graphql } from "#admin/graphql/generated/gql.ts";
import type { ChangeList_ChangeFragment } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { StatusTag, type StatusKind } from "#admin/ui/status-tag.tsx";

graphql(`
  fragment ChangeList_change on UpgradeChange {
    kind
    section
    key
    title
    field
    fieldLabel
    local
    incoming
    merged
    note
  }
`);

type Change = ChangeList_ChangeFragment;

const tags: Record<Change["kind"], StatusKind> = {
  ADDED: "good",
  CHANGED: "plain",
  KEPT: "attention",
  RENAMED: "plain",
  REMOVED: "skipped",
  RETIRED: "skipped",
  STAYS_LEFT_OUT: "attention",
  REORDERED: "plain",
};

export interface ChangeListProps {
  changes: readonly Change[];
  /** Under which message ids the sentences stand, by kind; those of an upgrade unless said. */
  words?: string;
  /** Shows the parts' keys, for those who write templates. */
  hasKeys?: boolean;
}

/** What is done or different, section by section, a sentence each. */
export function ChangeList({ changes, words = "upgrades.sentence", hasKeys = false }: ChangeListProps) {
  const text = useText();
  const sections = [...new Set(changes.map(({ section }) => section))];
  return (
    <div className="fs-stack fs-stack--tight">
      {sections.map((section) => {
        const own = changes.filter((change) => change.section === section);
        return (
          <details key={section} className="fs-upgrade__section" open={own.length <= 6}>
            <summary>
              {text("upgrades.section.count", {
                section: text(`templates.section.${section}`),
                count: own.length,
              })}
            </summary>
            <ul className="fs-plain fs-stack fs-stack--tight">
              {own.map((change, index) => (
                <ChangeRow
                  key={`${change.kind}:${change.key ?? ""}:${change.field ?? ""}`}
                  change={change}
                  words={words}
                  hasKey={hasKeys}
                  // Said once for a part, however many of its fields change.
                  hasNote={change.key !== own[index - 1]?.key}
                />
              ))}
            </ul>
          </details>
        );
      })}
    </div>
  );
}

function PartKey({ change: { key } }: { change: Change }) {
  if (key === null) return null;
  return (
    <>
      <code className="fs-soft">{key}</code>{" "}
    </>
  );
}

function PartNote({ change: { note } }: { change: Change }) {
  const text = useText();
  if (!note) return null;
  return <span className="fs-soft fs-upgrade__note">{text("upgrades.note", { note })}</span>;
}

interface ChangeRowProps {
  change: Change;
  words: string;
  hasKey: boolean;
  hasNote: boolean;
}

function ChangeRow({ change, words, hasKey, hasNote }: ChangeRowProps) {
  const text = useText();
  const values = {
    field: change.fieldLabel ?? "",
    local: change.local ?? "",
    incoming: change.incoming ?? "",
    merged: change.merged ?? "",
  };
  const form = change.field === null && change.kind === "KEPT" ? "KEPT_PART" : change.kind;
  return (
    <li className="fs-upgrade__change">
      <StatusTag kind={tags[change.kind]}>{text(`upgrades.kind.${change.kind}`)}</StatusTag>
      <span>
        {hasKey && <PartKey change={change} />}
        {change.title && <strong>{`${change.title} `}</strong>}
        {text(`${words}.${form}`, values)}
        {hasNote && <PartNote change={change} />}
      </span>
    </li>
  );
}
