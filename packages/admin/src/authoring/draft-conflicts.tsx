import type { DraftEditInput } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { Notice } from "#admin/ui/notice.tsx";
import type { DraftConflict, DraftEdits } from "./use-draft-edits.ts";

/** What another author did differently meanwhile: both values, and the choice between them. */
export function DraftConflicts({ edits }: { edits: DraftEdits }) {
  const text = useText();
  if (edits.conflicts.length === 0) return null;
  return (
    <Notice
      kind="warning"
      isLive
      title={text("authoring.conflicts.title", { count: edits.conflicts.length })}
    >
      <div className="fs-stack">
        <p>{text("authoring.conflicts.text")}</p>
        {edits.conflicts.map((conflict) => (
          <Conflict
            key={[conflict.section, conflict.key, conflict.field].join(" ")}
            conflict={conflict}
            edits={edits}
          />
        ))}
      </div>
    </Notice>
  );
}

function Conflict({ conflict, edits }: { conflict: DraftConflict; edits: DraftEdits }) {
  const text = useText();
  const mine = editAgain(conflict);
  const title = [conflict.title, conflict.label].filter(Boolean).join(": ");
  return (
    <div className="fs-card fs-stack fs-stack--tight" role="group" aria-label={title}>
      <strong>{title}</strong>
      <p>{text(`authoring.conflict.${conflict.kind}`)}</p>
      <dl className="fs-authoring__sides">
        <div>
          <dt>{text("authoring.conflict.theirs")}</dt>
          <dd>{conflict.theirsInWords ?? text("authoring.nothing")}</dd>
        </div>
        <div>
          <dt>{text("authoring.conflict.yours")}</dt>
          <dd>{conflict.yoursInWords ?? text("authoring.nothing")}</dd>
        </div>
      </dl>
      <div className="fs-row">
        {mine !== undefined && (
          <button
            type="button"
            className="usa-button"
            onClick={() => {
              void edits.send([mine]).then((findings) => {
                if (findings.length === 0) edits.settle(conflict);
              });
            }}
          >
            {text(`authoring.conflict.keepMine.${conflict.kind}`)}
          </button>
        )}
        <button
          type="button"
          className="usa-button usa-button--outline"
          onClick={() => {
            edits.settle(conflict);
          }}
        >
          {text("authoring.conflict.takeTheirs")}
        </button>
      </div>
    </div>
  );
}

/** The same edit once more, by somebody who has seen what the other did; none when the part is not there any more. */
function editAgain({ kind, section, key, field, theirs, yours }: DraftConflict): DraftEditInput | undefined {
  if (kind === "PART_GONE") return undefined;
  const place = { section, key, seen: theirs ?? null };
  if (kind === "PART_CHANGED") return { kind: "REMOVE", ...place };
  if (field === "changeNote") return { kind: "NOTE", ...place, value: yours ?? null };
  return { kind: "SET", ...place, field, value: yours ?? null };
}
