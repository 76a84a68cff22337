import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";
import "./status-tag.css";

export type StatusKind =
  "good" | "partly" | "waiting" | "attention" | "problem" | "blocked" | "skipped" | "plain";

const icons: Record<Exclude<StatusKind, "plain">, IconName> = {
  good: "done",
  partly: "partly",
  waiting: "waiting",
  attention: "warning",
  problem: "problem",
  blocked: "blocked",
  skipped: "skipped",
};

/** A state by icon and word; its color only repeats them. */
export function StatusTag({ kind, children }: { kind: StatusKind; children: ReactNode }) {
  return (
    <span className={`fs-status fs-status--${kind}`}>
      {kind !== "plain" && <Icon name={icons[kind]} />}
      {children}
    </span>
  );
}
