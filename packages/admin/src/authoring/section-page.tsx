import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useIntl } from "react-intl";
import { refusalMessage } from "#admin/graphql/refusal.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useAddressParams, usePathParam } from "#admin/ui/address.ts";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import { FilterBar } from "#admin/ui/filter-bar.tsx";
import { Icon } from "#admin/ui/icon.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { StatusTag } from "#admin/ui/status-tag.tsx";
import "#admin/templates/templates.css";
import { CopyPart } from "./copy-part.tsx";
import { type DraftPart, findingsOf, partsOf, searchParts, titleOf } from "./draft.ts";
import { DraftFrame, type DraftWork } from "./draft-frame.tsx";

/** The parts of one section of a draft: found by words, put in order, added, copied from elsewhere. */
export function SectionPage() {
  const text = useText();
  const section = usePathParam("section");
  return (
    <DraftFrame
      section={section}
      title={() => text(`templates.section.${section}`)}
      sentence={text(`templates.section.${section}.sentence`)}
      action={(work) => (
        <>
          <Link to={`/authoring/${work.draft.id}/add`} search={{ section }} className="usa-button">
            {text("authoring.part.add")}
          </Link>
          <CopyPart work={work} section={section} />
        </>
      )}
    >
      {(work) => <Parts work={work} section={section} />}
    </DraftFrame>
  );
}

function Parts({ work, section }: { work: DraftWork; section: string }) {
  const text = useText();
  const find = useAddressParams()["find"] ?? "";
  const parts = partsOf(work.draft.document, section);
  const shown = searchParts(parts, find);
  const { move, failure } = useMove(work, section);
  return (
    <>
      <FilterBar filters={[{ kind: "words", name: "find", label: text("authoring.find") }]} />
      {find !== "" && <p role="status">{text("templates.found", { count: shown.length })}</p>}
      {failure && (
        <Notice kind="problem" isLive>
          {failure}
        </Notice>
      )}
      {parts.length === 0 && (
        <EmptyState title={text("authoring.part.none")}>{text("authoring.part.none.text")}</EmptyState>
      )}
      <ol className="fs-plain fs-parts">
        {shown.map((part) => (
          <PartRow
            key={part.key}
            work={work}
            section={section}
            part={part}
            place={parts.indexOf(part)}
            count={parts.length}
            onMove={find === "" ? move : undefined}
          />
        ))}
      </ol>
    </>
  );
}

/** Moves a part one place up or down. */
function useMove({ draft, edits }: DraftWork, section: string) {
  const text = useText();
  const [failure, setFailure] = useState<string>();
  const move = (part: DraftPart, by: -1 | 1) => {
    const others = partsOf(draft.document, section)
      .map(({ key }) => key)
      .filter((key) => key !== part.key);
    const at = partsOf(draft.document, section).indexOf(part) + by;
    const after = others[at - 1] ?? "";
    setFailure(undefined);
    edits
      .send([{ kind: "MOVE", section, key: part.key, after }])
      .then((findings) => {
        if (findings.length > 0) setFailure(findings.map(({ message }) => message).join(" "));
      })
      .catch((error: unknown) => {
        setFailure(refusalMessage(error) ?? text("ui.form.unreachable.title"));
      });
  };
  return { move, failure };
}

interface PartRowProps {
  work: DraftWork;
  section: string;
  part: DraftPart;
  place: number;
  count: number;
  /** Not offered while only some parts are shown. */
  onMove: ((part: DraftPart, by: -1 | 1) => void) | undefined;
}

function PartRow({ work, section, part, place, count, onMove }: PartRowProps) {
  const text = useText();
  const title = titleOf(part, useIntl().locale);
  const { draft } = work;
  const findings = findingsOf(draft.findings, section, part.key);
  const errors = findings.filter(({ severity }) => severity === "ERROR").length;
  const isChanged = draft.changes.some((change) => change.section === section && change.key === part.key);
  return (
    <li className="fs-part fs-authoring__row">
      <code className="fs-part__key">{part.key}</code>
      <div className="fs-part__words">
        <Link to={`/authoring/${draft.id}/${section}/${part.key}`}>{title}</Link>
        <div className="fs-row">
          {isChanged && <StatusTag kind="waiting">{text("authoring.part.changed")}</StatusTag>}
          {part["isCore"] === true && <StatusTag kind="good">{text("templates.core")}</StatusTag>}
          {errors > 0 && (
            <StatusTag kind="problem">{text("authoring.problems", { count: errors })}</StatusTag>
          )}
          {findings.length > errors && (
            <StatusTag kind="attention">
              {text("authoring.toCheck", { count: findings.length - errors })}
            </StatusTag>
          )}
        </div>
      </div>
      {onMove && (
        <div className="fs-row fs-no-print">
          {([-1, 1] as const).map((by) => (
            <button
              key={by}
              type="button"
              className="fs-authoring__move"
              aria-label={text(by < 0 ? "authoring.part.up" : "authoring.part.down", { title })}
              disabled={place + by < 0 || place + by >= count}
              onClick={() => {
                onMove(part, by);
              }}
            >
              <Icon name={by < 0 ? "up" : "down"} />
            </button>
          ))}
        </div>
      )}
    </li>
  );
}
