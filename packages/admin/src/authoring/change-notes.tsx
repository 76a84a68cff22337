import { z } from "zod";
import { useText } from "#admin/i18n/use-text.ts";
import { EntityForm } from "#admin/ui/entity-form.tsx";
import type { Draft } from "./draft.ts";
import { ChangeHead } from "./draft-changes.tsx";
import { isSame, typedWords, wordsFrom } from "./part-values.ts";
import type { DraftEdits } from "./use-draft-edits.ts";
import { WordsField } from "./words-field.tsx";

const schema = z.object({
  notes: z.array(z.object({ en: z.string().max(4000), es: z.string().max(4000) })),
});

/** Why each part changed, in both languages, beside what changed. */
export function ChangeNotes({ draft, edits }: { draft: Draft; edits: DraftEdits }) {
  const text = useText();
  const { changes } = draft;
  return (
    <EntityForm
      schema={schema}
      defaultValues={{ notes: changes.map(({ note }) => typedWords(note)) }}
      draft={`authoring.notes.${draft.id}.${String(draft.revision)}`}
      saveLabel={text("authoring.notes.save")}
      save={({ notes }) =>
        edits.send(
          changes.flatMap(({ section, key, note }, index) => {
            const value = wordsFrom(notes[index]);
            return isSame(value, note)
              ? []
              : [{ kind: "NOTE" as const, section, key, seen: note ?? null, value }];
          }),
        )
      }
    >
      {changes.map((change, index) => (
        <div key={`${change.section}.${change.key}`} className="fs-card fs-stack fs-stack--tight">
          <ChangeHead change={change} draftId={draft.id} />
          <ul className="fs-authoring__fields">
            {change.fields.map(({ name, label, before, after }) => (
              <li key={name}>
                {before === after
                  ? text("authoring.change.otherLanguage", { label })
                  : text("authoring.change.field", { label, before: before ?? "–", after: after ?? "–" })}
              </li>
            ))}
          </ul>
          <WordsField
            name={`notes.${String(index)}`}
            label={text("authoring.notes.why", { title: change.title })}
          />
        </div>
      ))}
    </EntityForm>
  );
}
