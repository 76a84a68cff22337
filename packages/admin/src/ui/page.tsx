import { createContext, type ReactNode, use, useEffect } from "react";
import { Link } from "@tanstack/react-router";
import { useText } from "#admin/i18n/use-text.ts";

export interface Crumb {
  label: string;
  to: string;
}

/** Where this page stands in the site map; the shell fills it from the route table. */
export const TrailContext = createContext<readonly Crumb[]>([]);

export interface PageProps {
  title: string;
  /** One sentence: what this page is. */
  sentence?: ReactNode;
  /** Beside the title, as a stage tag. */
  status?: ReactNode;
  /** Up to three facts under the title of a record. */
  facts?: readonly { term: string; value: ReactNode }[];
  /** The main action, a button or a link that looks like one. */
  action?: ReactNode;
  /** The way here, when the route table cannot know it: a record's own parents. */
  trail?: readonly Crumb[];
  children: ReactNode;
}

/** The frame of every page: breadcrumb, title, one sentence, main action. */
export function Page({ title, sentence, status, facts, action, trail, children }: PageProps) {
  const trailOfRoute = use(TrailContext);
  useEffect(() => {
    document.title = `${title} · Frontstep`;
  }, [title]);
  return (
    <div className="fs-page">
      <Crumbs trail={trail ?? trailOfRoute} current={title} />
      <div className="fs-page__head">
        <div className="fs-page__words">
          <div className="fs-row">
            <h1 tabIndex={-1} id="page-title">
              {title}
            </h1>
            {status}
          </div>
          {sentence && <p className="fs-soft">{sentence}</p>}
          {facts && facts.length > 0 && <Facts facts={facts} />}
        </div>
        {action && <div className="fs-row fs-no-print">{action}</div>}
      </div>
      {children}
    </div>
  );
}

function Facts({ facts }: { facts: NonNullable<PageProps["facts"]> }) {
  return (
    <dl className="fs-page__facts">
      {facts.map((fact) => (
        <div key={fact.term}>
          <dt>{fact.term}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Crumbs({ trail, current }: { trail: readonly Crumb[]; current: string }) {
  const text = useText();
  if (trail.length === 0) return null;
  return (
    <nav aria-label={text("ui.breadcrumb")} className="fs-crumbs fs-no-print">
      <ol>
        {trail.map((crumb) => (
          <li key={crumb.to}>
            <Link to={crumb.to}>{crumb.label}</Link>
          </li>
        ))}
        <li aria-current="page">{current}</li>
      </ol>
    </nav>
  );
}
