import type { Finding } from "../shared/index.ts";
import type { Adaptation } from "./adaptation.ts";

function inWords({ key, coreComponents }: Adaptation): string {
  const touched =
    coreComponents.length > 0 ? `the core components ${coreComponents.join(", ")}` : "a core component";
  return `Doing "${key}" differently touches ${touched}.`;
}

/**
 * What is to be said of adaptations that touch a core component: the steering committee decides those, so one without
 * the day of its decision is refused; one with it is said all the same.
 */
export function findCoreTouched(adaptations: readonly Adaptation[]): Finding[] {
  return adaptations
    .filter(({ touchesCore }) => touchesCore)
    .map((adaptation): Finding => {
      const path = [adaptation.section, adaptation.key, adaptation.field]
        .filter((step) => step !== undefined)
        .join(".");
      if (adaptation.steeringDecidedOn !== undefined) {
        const message = `${inWords(adaptation)} The steering committee has decided it.`;
        return { code: "ADAPTATION_TOUCHES_CORE", severity: "warning", path, message };
      }
      const message = `${inWords(adaptation)} Say on which day the steering committee decided it.`;
      return { code: "ADAPTATION_STEERING_DECISION_MISSING", severity: "error", path, message };
    });
}
