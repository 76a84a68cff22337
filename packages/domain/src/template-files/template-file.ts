import type { z } from "zod";
import type { fileReleaseSchema, templateFileSchema } from "./parse-template-file.ts";

/** A template with its releases, as one signed file. */
export type TemplateFile = z.infer<typeof templateFileSchema>;

/** A release in a file: its content, where it comes from, and the signature over both. */
export type FileRelease = z.infer<typeof fileReleaseSchema>;

/** A release that is about to be signed. */
export type UnsignedRelease = Omit<FileRelease, "signature">;

/** The public half of a signing key, and the name by which people compare it. */
export interface PublicKey {
  /** SHA-256 over the key's 32 bytes, in hexadecimal. */
  readonly fingerprint: string;
  /** The 32 bytes of an Ed25519 key, in hexadecimal. */
  readonly publicKey: string;
}

/** What the domain cannot compute itself: hashes and signatures, handed in. */
export interface FileCryptography {
  /** SHA-256 of a text in UTF-8, in hexadecimal. */
  readonly hash: (text: string) => string;
  /** SHA-256 of bytes that are given in hexadecimal, in hexadecimal. */
  readonly hashBytes: (bytes: string) => string;
  /** Whether an Ed25519 signature over a text in UTF-8 is this key's; key and signature in hexadecimal. */
  readonly isSignedBy: (text: string, signature: string, publicKey: string) => boolean;
}
