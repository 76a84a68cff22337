export const hats = ["city", "organization", "state", "steward"] as const;
export type Hat = (typeof hats)[number];

const storageKey = "frontstep.hat";

/** The role family that the person chose to act under; the server picks the first held when there is none. */
export function chosenHat(): Hat | undefined {
  const stored = localStorage.getItem(storageKey);
  return hats.find((each) => each === stored);
}

export function rememberHat(hat: Hat | undefined): void {
  if (hat) localStorage.setItem(storageKey, hat);
  else localStorage.removeItem(storageKey);
}
