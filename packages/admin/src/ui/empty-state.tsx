import type { ReactNode } from "react";
import "./empty-state.css";

export interface EmptyStateProps {
  title: string;
  /** What this is for, in a sentence or two. */
  children: ReactNode;
  /** The first step, as a button. */
  action?: ReactNode;
}

/** A list with nothing in it yet: what it is for, and the first step. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="fs-empty">
      <svg viewBox="0 0 48 32" width="72" height="48" aria-hidden="true" focusable="false">
        <path d="M17 3h14v15H17z" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M12 20h24v4.5H12zM6 26h36v4.5H6z" fill="none" stroke="currentColor" strokeWidth="1.5" />
      </svg>
      <h2>{title}</h2>
      <div>{children}</div>
      {action && <div className="fs-row">{action}</div>}
    </div>
  );
}
