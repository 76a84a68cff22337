import { type Language, localize } from "@frontstep/domain/shared";
import type { TemplateContent } from "@frontstep/domain/templates";

import type { ReleaseName } from "./release-chain.store.ts";

/** What the authors of a release say that it changes. */
export interface ReleaseNotes {
  readonly version: string;
  readonly changes: readonly string[];
}

/** What the authors say of each of these releases, in their order. */
export function releaseNotes(
  releases: readonly ReleaseName[],
  contents: ReadonlyMap<string, TemplateContent>,
  language: Language,
): ReleaseNotes[] {
  return releases.map(({ id, version }) => {
    const changes = contents.get(id)?.changes ?? [];
    return { version, changes: changes.map((change) => localize(change, language)) };
  });
}

/** Answers what the authors say of one part, by its section and key; null where they say nothing. */
export type PartNotes = (section: string, key: string | undefined) => string | null;

/** What the authors of these releases say of single parts: of several releases one after another, in their order. */
export function partNotes(
  releases: readonly ReleaseName[],
  contents: ReadonlyMap<string, TemplateContent>,
  language: Language,
): PartNotes {
  const all = releases.flatMap(({ id }) => contents.get(id)?.changeNotes ?? []);
  const byPart = Map.groupBy(all, ({ section, key }) => `${section}.${key}`);
  return (section, key) => {
    const notes = key === undefined ? undefined : byPart.get(`${section}.${key}`);
    return notes?.map(({ text }) => localize(text, language)).join(" ") ?? null;
  };
}
