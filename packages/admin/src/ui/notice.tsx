import type { ReactNode } from "react";
import { useText } from "#admin/i18n/use-text.ts";
import { Icon, type IconName } from "./icon.tsx";
import "./notice.css";

export type NoticeKind = "note" | "good" | "warning" | "problem";

const icons: Record<NoticeKind, IconName> = {
  note: "note",
  good: "done",
  warning: "warning",
  problem: "problem",
};

export interface NoticeProps {
  kind: NoticeKind;
  title?: string;
  /** Says it aloud when it appears; for what happens after a person did something. */
  isLive?: boolean;
  children?: ReactNode;
}

/** A sentence that matters now: what happened and what to do. Icon and word, never color alone. */
export function Notice({ kind, title, isLive = false, children }: NoticeProps) {
  const text = useText();
  const role = isLive ? (kind === "problem" ? "alert" : "status") : undefined;
  return (
    <div className={`fs-notice fs-notice--${kind}`} role={role}>
      <Icon name={icons[kind]} label={text(`ui.notice.${kind}`)} />
      <div className="fs-stack fs-stack--tight">
        {title && <strong>{title}</strong>}
        {children && <div>{children}</div>}
      </div>
    </div>
  );
}
