import { type ChecklistItem, gateState, isFinished } from "@frontstep/domain/onboarding";
import { addDays, type Language, localize, type LocalizedText } from "@frontstep/domain/shared";

import type { SiteChecklist } from "./checklist.reads.ts";
import type { ItemRow } from "./checklist.store.ts";
import type { Evidence } from "./evidence.store.ts";

/** Where the address of a file is that was kept as evidence. */
export const EVIDENCE_FILES = "/api/evidence-files";

function showEvidence({ id, label, url, fileId, fileName, fileSize, addedBy, addedAt }: Evidence) {
  return {
    id,
    label,
    url: url ?? `${EVIDENCE_FILES}/${fileId ?? ""}`,
    isFile: fileId !== null,
    fileName,
    fileSize,
    addedBy,
    addedAt,
  };
}

function showItem(
  checklist: SiteChecklist,
  { item, row }: { item: ChecklistItem; row: ItemRow },
  say: (text: LocalizedText) => string,
) {
  const { site, today, ownerNames } = checklist;
  const { content } = site;
  const named = (key: string) => {
    const other = content.checklistItems.find((candidate) => candidate.key === key);
    return { key, title: other === undefined ? key : say(other.title) };
  };
  const role = content.ownerRoles.find(({ key }) => key === item.ownerRole);
  const gate = {
    key: item.key,
    isLaunchGate: row.isLaunchGate,
    status: row.status,
    isSignedOff: row.signedOffAt !== null,
    dueOn: row.dueOn,
  };
  return {
    ...row,
    id: `${site.id}:${item.key}`,
    siteId: site.id,
    key: item.key,
    title: say(item.title),
    evidenceWanted: say(item.evidence),
    note: item.note === undefined ? null : say(item.note),
    basis: item.basis,
    restsOn: item.restsOn === undefined ? null : say(item.restsOn),
    isDueSetByHand: row.dueSetByHand,
    isOverdue: !isFinished(row.status) && row.dueOn < today,
    isSignedOff: row.signedOffAt !== null,
    gateState: row.isLaunchGate ? gateState(gate, site.launchOn, today) : null,
    ownerRole: { key: item.ownerRole, title: role === undefined ? item.ownerRole : say(role.title) },
    ownerName: row.ownerName ?? ownerNames.get(item.ownerRole) ?? null,
    isOwnerSetByHand: row.ownerName !== null,
    dependsOn: item.dependsOn.map(named),
    blockedBy: (checklist.blockedBy.get(item.key) ?? []).map(named),
    evidence: checklist.evidence.filter(({ itemKey }) => itemKey === item.key).map(showEvidence),
  };
}

/** A checklist in the reader's language: its phases in their order, each with its items by due date. */
export function showChecklist(checklist: SiteChecklist, language: Language) {
  const say = (text: LocalizedText) => localize(text, language);
  const { site, rows } = checklist;
  const rowByKey = new Map(rows.map((row) => [row.itemKey, row]));
  const phases = [...site.content.phases].sort((left, right) => left.fromDay - right.fromDay);
  return phases.map((phase) => ({
    key: phase.key,
    label: say(phase.label),
    implementationStage: phase.implementationStage === undefined ? null : say(phase.implementationStage),
    startsOn: addDays(site.launchOn, phase.fromDay),
    endsOn: addDays(site.launchOn, phase.toDay),
    items: site.content.checklistItems
      .filter((item) => item.phase === phase.key)
      .flatMap((item) => {
        const row = rowByKey.get(item.key);
        return row === undefined ? [] : [showItem(checklist, { item, row }, say)];
      })
      .sort((left, right) => left.dueOn.localeCompare(right.dueOn) || left.position - right.position),
  }));
}
