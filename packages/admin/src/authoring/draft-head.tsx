import { z } from "zod";
import { useText } from "#admin/i18n/use-text.ts";
import { EntityForm } from "#admin/ui/entity-form.tsx";
import type { Draft, Words } from "./draft.ts";
import { isSame, typedWords, wordsFrom } from "./part-values.ts";
import type { DraftEdits } from "./use-draft-edits.ts";
import { WordsField } from "./words-field.tsx";

const words = z.object({
  en: z.string().trim().min(1, "ui.form.required").max(4000),
  es: z.string().max(4000),
});
const schema = z.object({ name: words, summary: words });

/** What stands at the head of a template: its name and what it is, in both languages. */
export function DraftHead({ draft, edits }: { draft: Draft; edits: DraftEdits }) {
  const text = useText();
  const document = draft.document as Record<"name" | "summary", Words>;
  return (
    <EntityForm
      schema={schema}
      defaultValues={{
        name: typedWords(document.name),
        summary: typedWords(document.summary),
      }}
      saveLabel={text("authoring.head.save")}
      save={(values) =>
        edits.send(
          (["name", "summary"] as const).flatMap((field) => {
            const value = wordsFrom(values[field]);
            return isSame(value, document[field])
              ? []
              : [{ kind: "SET" as const, field, seen: document[field], value }];
          }),
        )
      }
    >
      <WordsField name="name" label={text("authoring.head.name")} />
      <WordsField name="summary" label={text("authoring.head.summary")} rows={3} />
    </EntityForm>
  );
}
