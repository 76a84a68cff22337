/** One catalog out of the features' files; an id that two features claim is a mistake. */
export function mergeMessages(files: Record<string, Record<string, string>>): Record<string, string> {
  const merged: Record<string, string> = {};
  for (const [path, messages] of Object.entries(files)) {
    for (const [id, message] of Object.entries(messages)) {
      if (id in merged) throw new Error(`The message "${id}" of ${path} exists already in another feature`);
      merged[id] = message;
    }
  }
  return merged;
}
