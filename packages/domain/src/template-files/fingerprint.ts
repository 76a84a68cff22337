import { fingerprintWords } from "./fingerprint-words.ts";

/** How many of the fingerprint's bytes are said in words; the groups show them all. */
const bytesInWords = 12;

/** A fingerprint as people compare it: read aloud, or digit by digit. */
export interface ShownFingerprint {
  /** Twelve words, one for the lower seven bits of each of the first twelve bytes. */
  readonly words: readonly string[];
  /** All 64 digits, in groups of four. */
  readonly groups: readonly string[];
}

/** Shows the fingerprint of a key, which is SHA-256 over its 32 bytes in hexadecimal. */
export function showFingerprint(fingerprint: string): ShownFingerprint {
  const bytes = (fingerprint.match(/../g) ?? []).slice(0, bytesInWords);
  return {
    words: bytes.map((byte) => fingerprintWords[Number.parseInt(byte, 16) % fingerprintWords.length] ?? ""),
    groups: fingerprint.match(/.{4}/g) ?? [],
  };
}
