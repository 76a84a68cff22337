import type { Finding } from "@frontstep/domain/shared";

interface KnownKind {
  readonly begins: Buffer;
  readonly message: string;
}

const saveAsCsv = "Open it in a spreadsheet, choose Save As, CSV (comma delimited), and choose that file.";

const knownKinds: readonly KnownKind[] = [
  {
    begins: Buffer.from("PK\u0003\u0004"),
    message: `This is a ZIP archive or an Excel workbook, whatever its name says. ${saveAsCsv}`,
  },
  { begins: Buffer.from("PK\u0005\u0006"), message: "This is an empty ZIP archive. Choose a CSV file." },
  {
    begins: Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
    message: `This is an older Excel or Word file, whatever its name says. ${saveAsCsv}`,
  },
  {
    begins: Buffer.from("%PDF"),
    message: "This is a PDF, which holds pages, not a table. Ask whoever made it for the CSV file.",
  },
  {
    begins: Buffer.from([0x1f, 0x8b]),
    message: "This file is compressed (gzip). Unpack it and choose the CSV file inside.",
  },
  {
    begins: Buffer.from("7z\u00bc\u00af", "latin1"),
    message: "This is a 7-Zip archive. Unpack it and choose the CSV file inside.",
  },
  {
    begins: Buffer.from("Rar!"),
    message: "This is a RAR archive. Unpack it and choose the CSV file inside.",
  },
  { begins: Buffer.from([0x89, 0x50, 0x4e, 0x47]), message: "This is a picture. Choose a CSV file." },
  { begins: Buffer.from([0xff, 0xd8, 0xff]), message: "This is a picture. Choose a CSV file." },
  { begins: Buffer.from("PAR1"), message: "This is a Parquet file. Export it as CSV and choose that file." },
  {
    begins: Buffer.from("SQLite format"),
    message: "This is a database. Export the table as CSV and choose that file.",
  },
  { begins: Buffer.from("{\\rtf"), message: `This is a text document, not a table. ${saveAsCsv}` },
];

const markup = /^\s*<(!doctype|html|\?xml|table|head|body)/i;

/** What a file is that is not a table of text, told by its first bytes; `undefined` when it may be one. */
export function refuseByFirstBytes(head: Buffer): Finding | undefined {
  const known = knownKinds.find(({ begins }) => head.subarray(0, begins.length).equals(begins));
  if (known) return refusal(known.message);
  if (markup.test(head.subarray(0, 512).toString("latin1"))) {
    return refusal(`This is a web page, as some systems export instead of a spreadsheet. ${saveAsCsv}`);
  }
  return undefined;
}

/** The finding for a file whose bytes are not text. */
export function notText(): Finding {
  return refusal("This file does not hold text. Choose a CSV file.");
}

function refusal(message: string): Finding {
  return { code: "FILE_NOT_A_TABLE", severity: "error", path: "file", message };
}
