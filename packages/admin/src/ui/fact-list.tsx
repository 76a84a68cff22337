import type { ReactNode } from "react";
import "./fact-list.css";

export interface Fact {
  readonly term: string;
  readonly value: ReactNode;
  readonly help?: string;
}

/** Terms and their values, one under the other; what is not known is a dash, not a blank. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="fs-facts fs-card">
      {facts.map((fact) => (
        <div key={fact.term}>
          <dt>
            {fact.term}
            {fact.help && <span className="fs-soft">{fact.help}</span>}
          </dt>
          <dd>{fact.value ?? "–"}</dd>
        </div>
      ))}
    </dl>
  );
}
