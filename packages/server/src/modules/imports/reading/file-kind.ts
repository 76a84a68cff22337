import type { Finding } from "@frontstep/domain/shared";

/** What a file is instead of a table, as a key for sentences in other languages. */
type NoTable =
  "archive" | "office" | "pages" | "compressed" | "picture" | "data" | "document" | "page" | "binary";

interface KnownKind {
  readonly begins: Buffer;
  readonly kind: NoTable;
  readonly message: string;
}

const saveAsCsv = "Open it in a spreadsheet, choose Save As, CSV (comma delimited), and choose that file.";

const knownKinds: readonly KnownKind[] = [
  {
    begins: Buffer.from("PK\u0003\u0004"),
    kind: "archive",
    message: `This is a ZIP archive or an Excel workbook, whatever its name says. ${saveAsCsv}`,
  },
  {
    begins: Buffer.from("PK\u0005\u0006"),
    kind: "archive",
    message: "This is an empty ZIP archive. Choose a CSV file.",
  },
  {
    begins: Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
    kind: "office",
    message: `This is an older Excel or Word file, whatever its name says. ${saveAsCsv}`,
  },
  {
    begins: Buffer.from("%PDF"),
    kind: "pages",
    message: "This is a PDF, which holds pages, not a table. Ask whoever made it for the CSV file.",
  },
  {
    begins: Buffer.from([0x1f, 0x8b]),
    kind: "compressed",
    message: "This file is compressed (gzip). Unpack it and choose the CSV file inside.",
  },
  {
    begins: Buffer.from("7z\u00bc\u00af", "latin1"),
    kind: "compressed",
    message: "This is a 7-Zip archive. Unpack it and choose the CSV file inside.",
  },
  {
    begins: Buffer.from("Rar!"),
    kind: "compressed",
    message: "This is a RAR archive. Unpack it and choose the CSV file inside.",
  },
  {
    begins: Buffer.from([0x89, 0x50, 0x4e, 0x47]),
    kind: "picture",
    message: "This is a picture. Choose a CSV file.",
  },
  {
    begins: Buffer.from([0xff, 0xd8, 0xff]),
    kind: "picture",
    message: "This is a picture. Choose a CSV file.",
  },
  {
    begins: Buffer.from("PAR1"),
    kind: "data",
    message: "This is a Parquet file. Export it as CSV and choose that file.",
  },
  {
    begins: Buffer.from("SQLite format"),
    kind: "data",
    message: "This is a database. Export the table as CSV and choose that file.",
  },
  {
    begins: Buffer.from("{\\rtf"),
    kind: "document",
    message: `This is a text document, not a table. ${saveAsCsv}`,
  },
];

const markup = /^\s*<(!doctype|html|\?xml|table|head|body)/i;

/** What a file is that is not a table of text, told by its first bytes; `undefined` when it may be one. */
export function refuseByFirstBytes(head: Buffer): Finding | undefined {
  const known = knownKinds.find(({ begins }) => head.subarray(0, begins.length).equals(begins));
  if (known) return refusal(known.message, known.kind);
  if (markup.test(head.subarray(0, 512).toString("latin1"))) {
    return refusal(
      `This is a web page, as some systems export instead of a spreadsheet. ${saveAsCsv}`,
      "page",
    );
  }
  return undefined;
}

/** The finding for a file whose bytes are not text. */
export function notText(): Finding {
  return refusal("This file does not hold text. Choose a CSV file.", "binary");
}

function refusal(message: string, kind: NoTable): Finding {
  return { code: "FILE_NOT_A_TABLE", severity: "error", path: "file", message, values: { kind } };
}
