/** The shelves of the indicator catalogue, in their order. */
export const indicatorThemes = [
  "CRIME_AND_HARM",
  "POLICE_ACTIVITY",
  "TRUST_AND_PLACE",
  "PROGRAM_AND_PARTNERS",
  "STAFFING_AND_FIDELITY",
] as const;

/** Whose results an indicator speaks of. */
export const indicatorClasses = ["POPULATION", "PERFORMANCE", "ACTIVITY_OF_POLICE", "FIDELITY"] as const;

/** The value when it is one of these; an address may say anything. */
export function oneOf<Value extends string>(
  values: readonly Value[],
  value: string | undefined,
): Value | undefined {
  return values.find((each) => each === value);
}
