import type { Finding, PlainDate } from "../shared/index.ts";
import {
  compareReleaseVersions,
  parseReleaseVersion,
  type ReleaseVersion,
  type TemplateContent,
} from "../templates/index.ts";
import type { Draft } from "./apply-edits.ts";
import { draftDifferences, proposedVersion } from "./draft-differences.ts";

/** How a draft becomes a release. */
export interface DraftRelease {
  readonly newest: ReleaseVersion | undefined;
  /** The number wanted. It may be higher than the one proposed and never lower. */
  readonly version: string;
  readonly day: PlainDate;
}

const mostChanges = 100;

/** Notes of parts that differ; one written before a change was taken back says nothing any more. */
function notesOf(draft: Draft): NonNullable<TemplateContent["changeNotes"]> {
  const { parts } = draftDifferences(draft);
  const differs = new Set(parts.map(({ section, key }) => `${section}.${key}`));
  return (draft.content.changeNotes ?? []).filter(({ section, key }) => differs.has(`${section}.${key}`));
}

/** The content of the release that a draft becomes. Without words of their own its changes are the notes on its parts. */
export function releaseOfDraft(
  draft: Draft,
  { newest, version, day }: DraftRelease,
): TemplateContent | { readonly findings: readonly Finding[] } {
  const wanted = parseReleaseVersion(version);
  const least = proposedVersion(draft, newest);
  if (wanted === undefined || compareReleaseVersions(wanted, least) < 0) {
    const message = `By what changed, the number of the release is ${least}. Take it, or a higher one of three numbers.`;
    return { findings: [{ code: "RELEASE_NUMBER_TOO_LOW", severity: "error", path: "version", message }] };
  }
  const changeNotes = notesOf(draft);
  const own = draft.content.changes;
  const changes = own.length > 0 ? own : changeNotes.slice(0, mostChanges).map(({ text }) => text);
  return { ...draft.content, release: wanted, releasedOn: day, changes, changeNotes };
}
