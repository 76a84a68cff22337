/** The most that both tables together may weigh on this page; more comes in at the command line. */
const LARGEST = 90_000;

/** A table that was chosen, or why it cannot be used. */
export type ChosenTable =
  | { readonly kind: "read"; readonly fileName: string; readonly text: string }
  | { readonly kind: "tooLarge" | "notUtf8"; readonly fileName: string };

/** Reads a table from a file, as a spreadsheet saves it as "CSV UTF-8". */
export async function readTable(file: File): Promise<ChosenTable> {
  const { name: fileName } = file;
  if (file.size > LARGEST) return { kind: "tooLarge", fileName };
  const bytes = await file.arrayBuffer();
  const text = new TextDecoder("utf-8").decode(bytes);
  return text.includes("\uFFFD") ? { kind: "notUtf8", fileName } : { kind: "read", fileName, text };
}
