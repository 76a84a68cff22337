import type { Finding } from "../shared/index.ts";
import type { Adaptation } from "./adaptation.ts";

/** A warning for each adaptation that touches a core component: the steering committee decides those. */
export function findCoreTouched(adaptations: readonly Adaptation[]): Finding[] {
  return adaptations
    .filter(({ touchesCore }) => touchesCore)
    .map(({ section, key, coreComponents }) => ({
      code: "ADAPTATION_TOUCHES_CORE",
      severity: "warning",
      path: `${section}.${key}`,
      message: `Doing "${key}" differently touches ${coreComponents.length > 0 ? `the core components ${coreComponents.join(", ")}` : "a core component"}. The steering committee decides this.`,
    }));
}
