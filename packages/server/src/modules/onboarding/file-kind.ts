/** The kinds of files that are kept as evidence, by the ending of their names. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  pdf: "application/pdf",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  odt: "application/vnd.oasis.opendocument.text",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  txt: "text/plain; charset=utf-8",
  csv: "text/csv; charset=utf-8",
};

/** What a file of a kind begins with. */
const BEGINNINGS: readonly { readonly endings: readonly string[]; readonly bytes: readonly number[] }[] = [
  { endings: ["pdf"], bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { endings: ["png"], bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { endings: ["jpg", "jpeg"], bytes: [0xff, 0xd8, 0xff] },
  { endings: ["docx", "xlsx", "pptx", "odt", "ods"], bytes: [0x50, 0x4b, 0x03, 0x04] },
];

/** The endings of names that are taken, for people to read. */
export const ACCEPTED_ENDINGS = Object.keys(MEDIA_TYPES).filter((ending) => ending !== "jpeg");

function isPlainText(bytes: Uint8Array): boolean {
  return !bytes.includes(0) && isUtf8(bytes);
}

function isUtf8(bytes: Uint8Array): boolean {
  return !new TextDecoder().decode(bytes).includes("\uFFFD");
}

/**
 * The media type under which a file is kept, told from its name and its first bytes together;
 * `undefined` when it is of no accepted kind or is not what its name says.
 */
export function mediaTypeOf(name: string, bytes: Uint8Array): string | undefined {
  const ending = /\.([a-z]{3,4})$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  const mediaType = MEDIA_TYPES[ending];
  const beginning = BEGINNINGS.find(({ endings }) => endings.includes(ending));
  if (beginning !== undefined)
    return beginning.bytes.every((byte, index) => bytes[index] === byte) ? mediaType : undefined;
  return mediaType !== undefined && isPlainText(bytes) ? mediaType : undefined;
}
