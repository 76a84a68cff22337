import { Link } from "@tanstack/react-router";
import { useText } from "#admin/i18n/use-text.ts";
import { StatusTag } from "#admin/ui/status-tag.tsx";
import type { TemplatePart } from "./template-part.ts";

/** The parts of a section, under the heading that some of them share. */
export function PartList({ parts }: { parts: readonly TemplatePart[] }) {
  const groups = Map.groupBy(parts, ({ group }) => group);
  return (
    <div className="fs-stack">
      {[...groups].map(([group, members]) => (
        <div key={group ?? ""} className="fs-stack fs-stack--tight">
          {group !== undefined && (
            <h3 className="fs-part-group">
              {group} <span className="fs-soft">({members.length})</span>
            </h3>
          )}
          <ul className="fs-plain fs-parts">
            {members.map((part) => (
              <PartRow key={part.key} part={part} />
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function PartRow({ part }: { part: TemplatePart }) {
  const text = useText();
  return (
    <li className="fs-part">
      <code className="fs-part__key">{part.key}</code>
      <div className="fs-part__words">
        <div className="fs-row">
          <strong>{part.title}</strong>
          {part.isGate === true && <StatusTag kind="attention">{text("templates.gate")}</StatusTag>}
          {part.isCore && <StatusTag kind="good">{text("templates.core")}</StatusTag>}
        </div>
        <Facts part={part} />
        {part.outline !== undefined && part.outline.length > 0 && (
          <ol className="fs-part__outline">
            {part.outline.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        )}
        {part.note && <p>{part.note}</p>}
        <p className="fs-part__basis fs-soft">
          {text(part.isProposal ? "templates.proposal" : "templates.sourced")}
          {part.restsOn ? `: ${part.restsOn}` : ""}
        </p>
      </div>
    </li>
  );
}

function Facts({ part }: { part: TemplatePart }) {
  if (part.facts.length === 0) return null;
  return (
    <dl className="fs-part__facts">
      {part.facts.map(({ term, value, to }) => (
        <div key={`${term} ${value}`}>
          <dt>{to === undefined ? term : <Link to={to}>{term}</Link>}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
