import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useIntl } from "react-intl";
import { useText } from "#admin/i18n/use-text.ts";
import { usePathParam } from "#admin/ui/address.ts";
import { Notice } from "#admin/ui/notice.tsx";
import { findingsOf, partsOf, titleOf } from "./draft.ts";
import { DraftFrame, type DraftWork } from "./draft-frame.tsx";
import { FindingIcon } from "./draft-findings.tsx";
import { RemovePart, RenamePart } from "./part-actions.tsx";
import { PartEditor } from "./part-editor.tsx";
import { useDraftFindingWords } from "./use-draft-finding-words.ts";

/** One part of a draft, in the form that its section has. */
export function PartPage() {
  const text = useText();
  const { locale } = useIntl();
  const section = usePathParam("section");
  const key = usePathParam("partKey");
  const partIn = ({ draft }: DraftWork) => partsOf(draft.document, section).find((part) => part.key === key);
  return (
    <DraftFrame
      section={section}
      title={(work) => {
        const part = partIn(work);
        return part === undefined ? key : titleOf(part, locale);
      }}
      action={(work) => {
        const part = partIn(work);
        return part === undefined ? null : (
          <>
            <RenamePart work={work} section={section} part={part} />
            <RemovePart work={work} section={section} part={part} />
          </>
        );
      }}
    >
      {(work) => {
        const part = partIn(work);
        if (part === undefined)
          return (
            <Notice kind="note" title={text("authoring.part.gone")}>
              <Link to={`/authoring/${work.draft.id}/${section}`}>
                {text(`templates.section.${section}`)}
              </Link>
            </Notice>
          );
        return <OpenPart key={`${section}.${key}`} work={work} section={section} partKey={key} />;
      }}
    </DraftFrame>
  );
}

function OpenPart({ work, section, partKey }: { work: DraftWork; section: string; partKey: string }) {
  const navigate = useNavigate();
  const text = useText();
  const words = useDraftFindingWords();
  const [savedAt, setSavedAt] = useState(0);
  const part = partsOf(work.draft.document, section).find(({ key }) => key === partKey);
  if (part === undefined) return null;
  const ofPart = findingsOf(work.draft.findings, section, partKey).filter(
    ({ path }) => path === `${section}.${partKey}`,
  );
  return (
    <>
      <p>
        <code>{partKey}</code>
      </p>
      {savedAt > 0 && (
        <Notice kind="good" isLive>
          {text("authoring.part.saved")}
        </Notice>
      )}
      {ofPart.map((finding) => (
        <p key={finding.code} className="fs-authoring__finding">
          <FindingIcon finding={finding} />
          <span>{words(finding)}</span>
        </p>
      ))}
      {/* What another author did is settled first: a form opened before would show what is no longer so. */}
      {work.edits.conflicts.length === 0 && (
        <PartEditor
          key={savedAt}
          work={work}
          section={section}
          part={part}
          onSaved={() => {
            setSavedAt(savedAt + 1);
          }}
          onLeave={() => void navigate({ to: `/authoring/${work.draft.id}/${section}` })}
        />
      )}
    </>
  );
}
