/** Somewhere to go: a page, an act, a place, a person's record. */
export interface Destination {
  readonly key: string;
  readonly label: string;
  /** Which of several alike: the city of a site, the state of a city. */
  readonly hint?: string | undefined;
  readonly to: string;
}

export interface DestinationGroup {
  readonly title: string;
  readonly destinations: readonly Destination[];
}

/** The pages whose names hold every word that was typed, however accented. */
export function matching(pages: readonly Destination[], typed: string): readonly Destination[] {
  const words = plain(typed).split(/\s+/);
  return pages.filter((page) => words.every((word) => plain(page.label).includes(word)));
}

function plain(words: string): string {
  return words.trim().toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}
