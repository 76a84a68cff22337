import { Link } from "@tanstack/react-router";
import { useText } from "#admin/i18n/use-text.ts";
import { StatusTag } from "#admin/ui/status-tag.tsx";
import type { Draft } from "./draft.ts";

type Change = Draft["changes"][number];
type Field = Change["fields"][number];

/** What differs from the release before, part by part, in words. */
export function DraftChanges({ draft }: { draft: Draft }) {
  const text = useText();
  const bySection = Map.groupBy(draft.changes, ({ section }) => section);
  const hasNone = draft.changes.length + draft.reordered.length + draft.head.length === 0;
  if (draft.newestVersion === null) return <p>{text("authoring.changes.first")}</p>;
  if (hasNone) return <p className="fs-soft">{text("authoring.changes.none")}</p>;
  return (
    <div className="fs-stack">
      {draft.head.length > 0 && (
        <div className="fs-card">
          <FieldList fields={draft.head} />
        </div>
      )}
      {[...bySection].map(([section, changes]) => (
        <div key={section} className="fs-stack fs-stack--tight">
          <h3>{text(`templates.section.${section}`)}</h3>
          <ul className="fs-plain fs-stack fs-stack--tight">
            {changes.map((change) => (
              <li key={change.key} className="fs-card fs-stack fs-stack--tight">
                <ChangeHead change={change} draftId={draft.id} />
                <FieldList fields={change.fields} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      {draft.reordered.map((section) => (
        <p key={section}>
          {text("authoring.change.reordered", { section: text(`templates.section.${section}`) })}
        </p>
      ))}
    </div>
  );
}

/** A part that differs, what became of it, and how far that reaches. */
export function ChangeHead({ change, draftId }: { change: Change; draftId: string }) {
  const text = useText();
  const { section, key, was, title, kind, level } = change;
  const name = <strong>{title}</strong>;
  return (
    <div className="fs-row">
      {kind === "REMOVED" ? name : <Link to={`/authoring/${draftId}/${section}/${key}`}>{name}</Link>}
      <code>{key}</code>
      <StatusTag kind="plain">
        {was ? text("authoring.change.renamed", { was }) : text(`authoring.change.${kind}`)}
      </StatusTag>
      {level === "MAJOR" && <StatusTag kind="attention">{text("authoring.change.core")}</StatusTag>}
    </div>
  );
}

function FieldList({ fields }: { fields: readonly Field[] }) {
  const text = useText();
  if (fields.length === 0) return null;
  return (
    <ul className="fs-authoring__fields">
      {fields.map(({ name, label, before, after }) => (
        <li key={name}>
          {before === after
            ? text("authoring.change.otherLanguage", { label })
            : text("authoring.change.field", { label, before: before ?? "–", after: after ?? "–" })}
        </li>
      ))}
    </ul>
  );
}
