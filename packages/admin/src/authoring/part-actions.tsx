import { useNavigate } from "@tanstack/react-router";
import { useIntl } from "react-intl";
import { z } from "zod";
import { useText } from "#admin/i18n/use-text.ts";
import { TextField } from "#admin/ui/field.tsx";
import { FormDialog } from "#admin/ui/form-dialog.tsx";
import { type DraftPart, titleOf } from "./draft.ts";
import type { DraftWork } from "./draft-frame.tsx";

interface PartActionProps {
  work: DraftWork;
  section: string;
  part: DraftPart;
}

const renaming = z.object({
  newKey: z
    .string()
    .trim()
    .regex(/^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/, "authoring.new.key.form")
    .max(60),
});

/** Gives a part another key; what sites hold under the old one goes with it. */
export function RenamePart({ work, section, part }: PartActionProps) {
  const text = useText();
  const navigate = useNavigate();
  return (
    <FormDialog
      action={text("authoring.part.rename")}
      title={text("authoring.part.rename.ask", { key: part.key })}
      lead={<p>{text("authoring.part.rename.lead")}</p>}
      schema={renaming}
      defaultValues={{ newKey: part.key }}
      saveLabel={text("authoring.part.rename")}
      save={async ({ newKey }) => {
        const found = await work.edits.send([{ kind: "RENAME", section, key: part.key, newKey }]);
        return found.map((finding) => ({ ...finding, path: "newKey" }));
      }}
      onSaved={({ newKey }) =>
        void navigate({ to: `/authoring/${work.draft.id}/${section}/${newKey}`, ignoreBlocker: true })
      }
    >
      <TextField name="newKey" label={text("authoring.part.newKey")} help={text("authoring.part.key.help")} />
    </FormDialog>
  );
}

/** Takes a part out of the draft, after asking. */
export function RemovePart({ work, section, part }: PartActionProps) {
  const text = useText();
  const navigate = useNavigate();
  const title = titleOf(part, useIntl().locale);
  return (
    <FormDialog
      action={text("authoring.part.remove")}
      title={text("authoring.part.remove.ask", { title })}
      lead={<p>{text("authoring.part.remove.lead")}</p>}
      schema={z.object({})}
      defaultValues={{}}
      saveLabel={text("authoring.part.remove")}
      save={() => work.edits.send([{ kind: "REMOVE", section, key: part.key, seen: part }])}
      onSaved={() => void navigate({ to: `/authoring/${work.draft.id}/${section}` })}
    >
      {null}
    </FormDialog>
  );
}
