/** The largest template file that is read, 20 MB: over a hundred releases of the size of the built-in ones. */
export const largestTemplateFile = 20 * 1024 * 1024;

/** How much a reader takes in before it gives up. */
export interface JsonLimits {
  /** How many objects and lists may stand inside each other. */
  readonly depth: number;
  /** How many values there may be in all. */
  readonly values: number;
  /** How many members an object may have. */
  readonly members: number;
  /** How many values a list may have. */
  readonly items: number;
  /** How many characters a name or a text may have, as it is written. */
  readonly characters: number;
}

/**
 * What a template file needs, with a margin: its deepest value, the local number that a target counts from,
 * stands nine levels deep; its largest object has 23 members; its longest list, the notes on changes, 1,000.
 */
export const templateFileLimits: JsonLimits = {
  depth: 10,
  values: 1_000_000,
  members: 60,
  items: 1_000,
  characters: 30_000,
};
