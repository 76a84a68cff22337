import { sameValue } from "../shared/index.ts";
import { contentSections, type ContentPart, type ContentParts } from "../templates/index.ts";

/**
 * The same content, with the very parts of `base` wherever they are equal. A merge compares each part several
 * times; two that are one and the same need not be looked into.
 */
export function shareParts(content: ContentParts, base: ContentParts): ContentParts {
  const sections = contentSections.map((section) => {
    const known = new Map(base[section].map((part: ContentPart) => [part.key, part]));
    const parts = content[section].map((part: ContentPart) => {
      const held = known.get(part.key);
      return held !== undefined && sameValue(held, part) ? held : part;
    });
    return [section, parts] as const;
  });
  return { ...content, ...(Object.fromEntries(sections) as Partial<ContentParts>) };
}

/** Only the parts of a content that are not the very parts of `base`. */
export function unsharedParts(content: ContentParts, base: ContentParts): ContentParts {
  const sections = contentSections.map((section) => {
    const known: ReadonlySet<ContentPart> = new Set<ContentPart>(base[section]);
    return [section, content[section].filter((part: ContentPart) => !known.has(part))] as const;
  });
  return Object.fromEntries(sections) as ContentParts;
}
