import { sameValue } from "@frontstep/domain/shared";
import { parseReleaseVersion, type TemplateContent } from "@frontstep/domain/templates";
import { diffReleases, type MergeChange } from "@frontstep/domain/upgrades";

import { authorize, type RequestContext } from "#server/context.ts";
import { requireTemplate } from "#server/modules/templates/index.ts";
import { notFound, Refusal } from "#server/refusal.ts";

import { findContents, listReleases, type ReleaseName } from "./release-chain.store.ts";
import { partNotes, releaseNotes } from "./release-notes.ts";
import { showChanges } from "./show-upgrade.ts";
import { type ValueWriter, valueWriter } from "./value-in-words.ts";

/** Two releases of a template, by their numbers. */
export interface ReleasesWanted {
  readonly templateKey: string;
  readonly from: string;
  readonly to: string;
}

/** What one release has differently from another of the same template, in words. */
export type ReleaseDifference = Awaited<ReturnType<typeof releaseDifference>>;

/** What `to` has differently from `from`, whichever is the newer one: in words, by part, with counts. */
export async function releaseDifference(ctx: RequestContext, wanted: ReleasesWanted) {
  authorize(ctx, "template.read", "anywhere");
  const { id } = await requireTemplate(ctx, wanted.templateKey);
  const releases = await listReleases(ctx.database, id);
  const [from, to] = [requireNumber(releases, wanted.from), requireNumber(releases, wanted.to)];
  const [start, end] = [releases.indexOf(from), releases.indexOf(to)];
  const isBackwards = end < start;
  const way = releases.slice(Math.min(start, end), Math.max(start, end) + 1);
  const contents = await findContents(ctx.database, [...new Set(way.map((release) => release.id))]);
  const chain = way.flatMap((release) => contents.get(release.id) ?? []);
  const [before, after] = [contents.get(from.id), contents.get(to.id)];
  if (before === undefined || after === undefined) throw notFound("release");
  const writer = valueWriter(ctx.language, [after, before]);
  const found = diffReleases({ chain, isBackwards });
  const passed = way.slice(1);
  const notes = partNotes(passed, contents, ctx.language);
  const changes = [...showHead(before, after, writer), ...showChanges(found, writer, notes)];
  return {
    from,
    to,
    isBackwards,
    changes,
    counts: countKinds(changes),
    partCount: countParts(found),
    notes: releaseNotes(passed, contents, ctx.language),
  };
}

function requireNumber(releases: readonly ReleaseName[], version: string): ReleaseName {
  if (parseReleaseVersion(version) === undefined)
    throw new Refusal("BAD_INPUT", "Write a release as three numbers, such as 3.2.0.");
  const found = releases.find((release) => release.version === version);
  if (found === undefined) throw notFound("release");
  return found;
}

const HEAD = ["name", "summary", "siteKind", "languages"] as const;

/** What stands above the parts: how the template is called, and what it is made for. */
function showHead(before: TemplateContent, after: TemplateContent, writer: ValueWriter) {
  return HEAD.filter((field) => !sameValue(before[field], after[field])).map((field) => {
    const [local, merged] = [writer.value(field, before[field]), writer.value(field, after[field])];
    const place = { kind: "changed", section: "about", key: null, title: null };
    return {
      ...place,
      field,
      fieldLabel: writer.field(field),
      base: local,
      local,
      incoming: merged,
      merged,
      note: null,
    };
  });
}

function countKinds(changes: readonly { readonly kind: string }[]) {
  return [...Map.groupBy(changes, ({ kind }) => kind)].map(([kind, { length }]) => ({ kind, count: length }));
}

/** How many parts differ, however many of their fields do; the order of a section is no part. */
function countParts(changes: readonly MergeChange[]): number {
  const named = changes.flatMap(({ section, key }) => (key === undefined ? [] : `${section}.${key}`));
  return new Set(named).size;
}
