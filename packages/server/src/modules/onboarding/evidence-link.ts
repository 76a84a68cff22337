import type { Finding } from "@frontstep/domain/shared";

const longestLabel = 200;
const longestAddress = 2000;

function fault(code: string, path: string, message: string): Finding {
  return { code, severity: "error", path, message };
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ["https:", "http:"].includes(new URL(text).protocol);
}

/** What must be put right in a label of evidence. */
export function checkLabel(label: string): Finding[] {
  const length = label.trim().length;
  if (length === 0) return [fault("EVIDENCE_LABEL_MISSING", "label", "Say in a few words what this is.")];
  return length > longestLabel
    ? [fault("EVIDENCE_LABEL_TOO_LONG", "label", "Shorten the description to 200 characters.")]
    : [];
}

/** What must be put right in a link given as evidence. */
export function checkLink(url: string): Finding[] {
  if (url.length <= longestAddress && isWebAddress(url)) return [];
  return [
    fault("EVIDENCE_LINK_MALFORMED", "url", "Give the whole address of a page, starting with https://."),
  ];
}
