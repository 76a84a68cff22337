import type { ContentParts } from "../templates/index.ts";
import { adaptableSections } from "./adaptation.ts";
import { ledger } from "./ledger.ts";

/** How many core parts of a release a site keeps as they were released, of how many. */
export interface CorePartsKept {
  readonly met: number;
  readonly of: number;
}

/**
 * How much of what is core in a release a site keeps: parts that are core, that have a core field, that are launch gates,
 * or that a staffing floor counts, without those that the site's ledger says touch a core component.
 */
export function corePartsKept(release: ContentParts, local: ContentParts): CorePartsKept {
  const floored = new Set(release.staffingFloors.flatMap(({ positions }) => positions));
  const core = adaptableSections.flatMap((section) =>
    release[section].flatMap((part) => {
      const isGate = "isLaunchGate" in part && part.isLaunchGate;
      const isCounted = section === "positions" && floored.has(part.key);
      return part.isCore || part.core.length > 0 || isGate || isCounted ? [`${section}.${part.key}`] : [];
    }),
  );
  const touched = new Set(
    ledger(release, local).flatMap(({ section, key, touchesCore }) =>
      touchesCore ? [`${section}.${key}`] : [],
    ),
  );
  return { met: core.filter((place) => !touched.has(place)).length, of: core.length };
}
