import { useText } from "#admin/i18n/use-text.ts";
import { StatusTag, type StatusKind } from "#admin/ui/status-tag.tsx";

export const itemStatuses = ["NOT_STARTED", "PLANNING", "IN_PROGRESS", "DONE", "NOT_APPLICABLE"] as const;

export type ItemStatus = (typeof itemStatuses)[number];

const kinds: Readonly<Record<ItemStatus, StatusKind>> = {
  NOT_STARTED: "plain",
  PLANNING: "waiting",
  IN_PROGRESS: "partly",
  DONE: "good",
  NOT_APPLICABLE: "skipped",
};

export function ItemStatusTag({ status }: { status: ItemStatus }) {
  const text = useText();
  return <StatusTag kind={kinds[status]}>{text(`onboarding.status.${status}`)}</StatusTag>;
}

export type GateState = "MET" | "AWAITING_SIGN_OFF" | "FAILING" | "OPEN";

const gateKinds: Readonly<Record<GateState, StatusKind>> = {
  MET: "good",
  AWAITING_SIGN_OFF: "attention",
  FAILING: "problem",
  OPEN: "waiting",
};

export function GateTag({ state }: { state: GateState }) {
  const text = useText();
  return <StatusTag kind={gateKinds[state]}>{text(`onboarding.gate.${state}`)}</StatusTag>;
}
