import { hasErrors, type Finding } from "../shared/index.ts";
import { differingFields, parsePart, type ContentPart, type ContentParts } from "../templates/index.ts";
import type { Adaptation, AdaptationRequest } from "./adaptation.ts";
import { shortestReason } from "./explain-difference.ts";
import { touchedComponents } from "./touched-components.ts";
import { withoutDanglingReferences, type Consequence } from "./without-dangling-references.ts";

/** A content after adaptations, with the record of each and what follows from them. */
export interface AdaptedContent {
  readonly content: ContentParts;
  readonly adaptations: readonly Adaptation[];
  readonly consequences: readonly Consequence[];
  readonly findings: readonly Finding[];
}

const unchangeableFields = new Set(["key", "core", "isCore", "coreComponents", "basis", "restsOn"]);

function pathOf(request: AdaptationRequest): string {
  return [request.section, request.key, request.field].filter((step) => step !== undefined).join(".");
}

function fault(request: AdaptationRequest, code: string, message: string): Finding {
  return { code, severity: "error", path: pathOf(request), message };
}

function findRequestFaults(request: AdaptationRequest, part: ContentPart | undefined): Finding[] {
  if (part === undefined) {
    return [
      fault(
        request,
        "ADAPTATION_PART_UNKNOWN",
        `There is no "${request.key}" among the ${request.section} here. Choose a part of this site's design.`,
      ),
    ];
  }
  if (request.reason.trim().length < shortestReason) {
    return [
      fault(request, "ADAPTATION_REASON_MISSING", `Say in a sentence why "${request.key}" differs here.`),
    ];
  }
  if (
    request.change === "changed" &&
    (request.field === undefined || unchangeableFields.has(request.field))
  ) {
    return [
      fault(request, "ADAPTATION_FIELD_UNKNOWN", `Name a field of "${request.key}" that a site may change.`),
    ];
  }
  return [];
}

function findContradictions(requests: readonly AdaptationRequest[]): Finding[] {
  const seen = new Set<string>();
  const leftOut = new Set(
    requests.filter(({ change }) => change === "leftOut").map(({ section, key }) => `${section}.${key}`),
  );
  return requests.flatMap((request) => {
    const path = pathOf(request);
    if (seen.has(path))
      return [fault(request, "ADAPTATION_TWICE", `"${path}" is adapted twice. Keep one of the two.`)];
    seen.add(path);
    const isChangedToo = request.change === "changed" && leftOut.has(`${request.section}.${request.key}`);
    return isChangedToo
      ? [
          fault(
            request,
            "ADAPTATION_CONTRADICTS",
            `"${request.key}" is left out and changed. Do one of the two.`,
          ),
        ]
      : [];
  });
}

interface Step {
  readonly part: ContentPart;
  readonly adapted: ContentPart | undefined;
  readonly findings: readonly Finding[];
}

function changePart(part: ContentPart, request: AdaptationRequest): Step {
  if (request.change === "leftOut") return { part, adapted: undefined, findings: [] };
  const parsed = parsePart(request.section, { ...part, [request.field ?? ""]: request.value });
  if (parsed.kind === "unreadable") {
    const findings = parsed.findings.map((finding) => ({ ...finding, path: pathOf(request) }));
    return { part, adapted: part, findings };
  }
  if (differingFields(part, parsed.part).length === 0) {
    const finding = fault(
      request,
      "ADAPTATION_CHANGES_NOTHING",
      `"${pathOf(request)}" already has this value. Take this change out.`,
    );
    return { part, adapted: part, findings: [finding] };
  }
  return { part, adapted: parsed.part, findings: [] };
}

function replacePart(
  content: ContentParts,
  request: AdaptationRequest,
  adapted: ContentPart | undefined,
): ContentParts {
  const parts: readonly ContentPart[] = content[request.section];
  const others = parts.flatMap((part) => (part.key === request.key ? (adapted ?? []) : part));
  return { ...content, [request.section]: others };
}

function recordOf(
  request: AdaptationRequest,
  part: ContentPart,
): Omit<Adaptation, "touchesCore" | "coreComponents"> {
  const { section, key, change, reasonCode, reason } = request;
  const record = {
    section,
    key,
    change,
    reasonCode,
    reason: reason.trim(),
    decidedBy: request.decidedBy ?? undefined,
    isPlanned: request.isPlanned ?? undefined,
    isConsistent: request.isConsistent ?? undefined,
    steeringDecidedOn: request.steeringDecidedOn ?? undefined,
  };
  if (request.field === undefined || request.change === "leftOut") {
    return { ...record, field: undefined, fromRelease: part, toLocal: undefined };
  }
  const before: ReadonlyMap<string, unknown> = new Map(Object.entries(part));
  return { ...record, field: request.field, fromRelease: before.get(request.field), toLocal: request.value };
}

/**
 * Applies what a site does differently to a content, by key, and says of each difference whether it touches
 * a core component. When a request is faulty the findings say so and nothing of it is applied.
 * References to parts that were left out go with them; each such consequence is listed.
 */
export function adaptContent(release: ContentParts, requests: readonly AdaptationRequest[]): AdaptedContent {
  const findings: Finding[] = findContradictions(requests);
  const records: { request: AdaptationRequest; part: ContentPart }[] = [];
  let content = release;
  for (const request of requests) {
    const parts: readonly ContentPart[] = content[request.section];
    const part = parts.find(({ key }) => key === request.key);
    const faults = findRequestFaults(request, part);
    findings.push(...faults);
    if (part === undefined || faults.length > 0) continue;
    const step = changePart(part, request);
    findings.push(...step.findings);
    if (step.findings.length > 0) continue;
    content = replacePart(content, request, step.adapted);
    records.push({ request, part });
  }
  if (hasErrors(findings)) return { content: release, adaptations: [], consequences: [], findings };
  const adaptations = records.map(({ request, part }): Adaptation => {
    const coreTouched = touchedComponents({
      section: request.section,
      change: request.change,
      field: request.field,
      part,
      before: release,
      after: content,
    });
    return { ...recordOf(request, part), ...coreTouched };
  });
  const cleaned = withoutDanglingReferences(content);
  return { content: cleaned.content, adaptations, consequences: cleaned.consequences, findings };
}
