const kept = ["frontstep.language", "frontstep.tour"];

/**
 * Signing out clears what this browser stores, so that the next person finds nothing. What says
 * nothing about the work, as the language, is carried over.
 */
export async function carryingPreferences(act: () => Promise<unknown>): Promise<void> {
  const before = kept.map((key) => [key, localStorage.getItem(key)] as const);
  await act();
  for (const [key, value] of before) if (value !== null) localStorage.setItem(key, value);
}
