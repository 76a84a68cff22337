/**
 * The pattern of `ilike` for texts that contain what somebody typed, with its own signs taken as letters; nothing where
 * nothing was typed.
 *
 * @example containing(" 50% ") // "%50\\%%"
 */
export function containing(search: string | null | undefined): string | undefined {
  const words = search?.trim();
  return words ? `%${words.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%` : undefined;
}
