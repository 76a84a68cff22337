import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useText } from "#admin/i18n/use-text.ts";
import { Icon } from "#admin/ui/icon.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import type { Draft } from "./draft.ts";
import { useDraftFindingWords } from "./use-draft-finding-words.ts";

type Found = Draft["findings"][number];

const most = 20;

/** What is to be said of a draft, what keeps it from being published first; each leads to its place. */
export function DraftFindings({ draft }: { draft: Draft }) {
  const text = useText();
  const words = useDraftFindingWords();
  const [showsAll, setShowsAll] = useState(false);
  const ordered = draft.findings.toSorted((one, other) => rank(one) - rank(other));
  const shown = showsAll ? ordered : ordered.slice(0, most);
  if (ordered.length === 0) return <Notice kind="good">{text("authoring.findings.none")}</Notice>;
  return (
    <section className="fs-stack fs-stack--tight" aria-labelledby="findings-title">
      <h2 id="findings-title">{text("authoring.findings", { count: ordered.length })}</h2>
      <ul className="fs-plain fs-stack fs-stack--tight">
        {shown.map((finding) => (
          <li key={`${finding.code} ${finding.path}`} className="fs-authoring__finding">
            <FindingIcon finding={finding} />
            <span>
              {words(finding)} <FindingLink draft={draft} path={finding.path} />
            </span>
          </li>
        ))}
      </ul>
      {shown.length < ordered.length && (
        <button
          type="button"
          className="usa-button usa-button--outline"
          onClick={() => {
            setShowsAll(true);
          }}
        >
          {text("authoring.findings.all", { count: ordered.length })}
        </button>
      )}
    </section>
  );
}

/** How much a finding matters, as an icon with its word. */
export function FindingIcon({ finding }: { finding: Found }) {
  const text = useText();
  const isError = finding.severity === "ERROR";
  const name = isError ? "problem" : finding.severity === "NOTE" ? "note" : "warning";
  return <Icon name={name} label={text(isError ? "ui.finding.error" : "ui.finding.warning")} />;
}

function rank({ severity }: Found): number {
  return ["ERROR", "WARNING", "NOTE"].indexOf(severity);
}

function FindingLink({ draft, path }: { draft: Draft; path: string }) {
  const text = useText();
  const [section, key] = path.split(".");
  if (!section || key === undefined) return null;
  const isThere = draft.changes.every(
    (change) => change.section !== section || change.key !== key || change.kind !== "REMOVED",
  );
  return (
    <Link to={`/authoring/${draft.id}/${section}${isThere ? `/${key}` : ""}`}>
      {text("authoring.findings.go", { section: text(`templates.section.${section}`), key })}
    </Link>
  );
}
