import type { Finding } from "../shared/index.ts";
import { contentSections, type ContentParts } from "../templates/index.ts";

/** Findings on keys of one section that differ only in case: people could not tell the parts apart. */
export function findAlikeKeys(content: ContentParts): Finding[] {
  return contentSections.flatMap((section) => {
    const known = new Map<string, string>();
    return content[section].flatMap(({ key }): Finding[] => {
      const alike = known.get(key.toLowerCase());
      known.set(key.toLowerCase(), key);
      if (alike === undefined || alike === key) return [];
      const message = `The keys "${alike}" and "${key}" in ${section} differ only in case. Give one of them another key.`;
      return [{ code: "TEMPLATE_KEYS_ALIKE", severity: "error", path: `${section}.${key}`, message }];
    });
  });
}
