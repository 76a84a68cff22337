import type { ReactNode } from "react";
import { useIntl } from "react-intl";
import { useText } from "#admin/i18n/use-text.ts";
import "./progress-line.css";

export interface ProgressLineProps {
  label: string;
  done: number;
  /** Unknown while the work is still being counted. */
  total?: number | undefined;
  /** Things done in a second, from which the time left is told. */
  perSecond?: number | undefined;
  action?: ReactNode;
}

/** Long work in one line: how far, how fast, how long yet, and a way to stop. */
export function ProgressLine({ label, done, total, perSecond, action }: ProgressLineProps) {
  const intl = useIntl();
  const text = useText();
  const left = total && perSecond ? Math.ceil((total - done) / perSecond) : undefined;
  return (
    <div className="fs-progress">
      <div className="fs-row fs-row--apart">
        <span>
          {label}: {total === undefined ? intl.formatNumber(done) : text("ui.progress.of", { done, total })}
        </span>
        <span className="fs-soft">
          {perSecond !== undefined && text("ui.progress.rate", { perSecond: Math.round(perSecond) })}
          {left !== undefined && left > 0 && ` · ${text("ui.progress.left", { seconds: left })}`}
        </span>
        {action}
      </div>
      <progress aria-label={label} value={total === undefined ? undefined : done} max={total ?? 1} />
    </div>
  );
}
