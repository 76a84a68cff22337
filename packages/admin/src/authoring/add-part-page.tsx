import { useNavigate } from "@tanstack/react-router";
import { useText } from "#admin/i18n/use-text.ts";
import { useAddressParams } from "#admin/ui/address.ts";
import { DraftFrame } from "./draft-frame.tsx";
import { PartEditor } from "./part-editor.tsx";

/** A part that is new in a draft, in the form that its section has. */
export function AddPartPage() {
  const text = useText();
  const navigate = useNavigate();
  const section = useAddressParams()["section"] ?? "positions";
  return (
    <DraftFrame
      section={section}
      title={() => text("authoring.part.add")}
      sentence={text(`templates.section.${section}`)}
    >
      {(work) => (
        <PartEditor
          work={work}
          section={section}
          onSaved={(key) => void navigate({ to: `/authoring/${work.draft.id}/${section}/${key}` })}
          onLeave={() => void navigate({ to: `/authoring/${work.draft.id}/${section}` })}
        />
      )}
    </DraftFrame>
  );
}
