import type { Finding } from "../shared/index.ts";
import type { JsonFault } from "./read-strict-json.ts";

/** What is wrong with a template file; each stops it. */
export function fileFault(code: string, path: string, message: string): Finding {
  return { code: `TEMPLATE_FILE_${code}`, severity: "error", path, message };
}

const again = "Ask whoever sent it to export it again, and bring in that file as it is.";

/** What to say of a text that could not be read strictly; `{name}` stands for the member's name. */
const sentences: Readonly<Record<JsonFault, readonly [string, string]>> = {
  empty: ["EMPTY", "There is nothing in this file. Choose the file that was exported."],
  byteOrderMark: [
    "BYTE_ORDER_MARK",
    `This file begins with a byte order mark, which no export has: an editor saved it. ${again}`,
  ],
  notJson: ["NOT_JSON", `This is not a template file, or part of it is missing. ${again}`],
  trailingData: ["TRAILING_DATA", `Something stands behind the end of the template. ${again}`],
  tooDeep: [
    "TOO_DEEP",
    `Lists and objects stand deeper inside each other than a template has them. ${again}`,
  ],
  tooMany: ["TOO_MANY", `There is more in this file than a template can have. ${again}`],
  textTooLong: ["TEXT_TOO_LONG", `A text in this file is longer than a template can have. ${again}`],
  textRefused: ["TEXT_REFUSED", `A text in this file holds a character that cannot be kept. ${again}`],
  nameTwice: ["NAME_TWICE", `"{name}" stands twice in one place, so it can be read in two ways. ${again}`],
  nameRefused: ["NAME_REFUSED", `"{name}" is no name that a template has. ${again}`],
  namesAlike: [
    "NAMES_ALIKE",
    `"{name}" differs from its neighbor only in case or in how its letters are encoded. ${again}`,
  ],
  noCanonicalForm: [
    "NO_CANONICAL_FORM",
    `A number or a letter in this file cannot be written in one way only. ${again}`,
  ],
};

/** The finding for a text that could not be read strictly. */
export function strictFault(fault: JsonFault, { at, name }: { at: number; name: string }): Finding {
  const [code, sentence] = sentences[fault];
  const shown = Array.from(name).slice(0, 60).join("");
  return fileFault(
    code,
    `character ${String(at + 1)}`,
    sentence.replace("{name}", () => shown),
  );
}

/** The finding for a file larger than what is read. */
export function fileTooLarge(): Finding {
  return fileFault(
    "TOO_LARGE",
    "file",
    "The file is larger than 20 MB, which no template is. Choose the file that was exported.",
  );
}

/** The finding for a file whose bytes are no text. */
export function fileNotUtf8(): Finding {
  return fileFault("NOT_UTF8", "file", `This file is not text in UTF-8, as every export is. ${again}`);
}
