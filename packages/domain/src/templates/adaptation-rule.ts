/** Who decides on an adaptation: the site itself, which records it, or its steering committee beforehand. */
export const adaptationDecisions = ["free", "steeringDecision"] as const;

/** Who decides on an adaptation. */
export type AdaptationDecision = (typeof adaptationDecisions)[number];
