import type { ReactNode } from "react";
import { useText } from "#admin/i18n/use-text.ts";
import type { Finding } from "./finding.ts";
import { isBlocking } from "./finding.ts";
import { Icon } from "./icon.tsx";
import { StatusTag } from "./status-tag.tsx";
import "./findings-list.css";

export interface FindingsListProps {
  findings: readonly Finding[];
  title?: string;
  /** How many there are when the list is only the first of them. */
  totalCount?: number;
  /** Says where a finding stands in words that lead there; its path as it is unless said. */
  placeOf?: (path: string) => ReactNode;
}

function asItIs(path: string): ReactNode {
  return <StatusTag kind="plain">{path}</StatusTag>;
}

/** One look for what templates, imports and forms have to say: what is wrong first, each with its place. */
export function FindingsList({ findings, title, totalCount, placeOf = asItIs }: FindingsListProps) {
  const text = useText();
  const ordered = [...findings].sort((one, other) => Number(isBlocking(other)) - Number(isBlocking(one)));
  if (ordered.length === 0) return null;
  return (
    <section className="fs-findings">
      {title && <h3>{title}</h3>}
      <ul className="fs-plain">
        {ordered.map((finding, index) => (
          <li key={`${finding.code}:${finding.path ?? ""}:${index}`}>
            <Icon
              name={isBlocking(finding) ? "problem" : "warning"}
              label={text(isBlocking(finding) ? "ui.finding.error" : "ui.finding.warning")}
            />
            <span>
              {finding.message} {finding.path && placeOf(finding.path)}
            </span>
          </li>
        ))}
      </ul>
      {totalCount !== undefined && totalCount > ordered.length && (
        <p className="fs-soft">{text("ui.finding.more", { count: totalCount - ordered.length })}</p>
      )}
    </section>
  );
}
