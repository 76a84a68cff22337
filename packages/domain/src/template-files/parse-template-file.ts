import { z } from "zod";
import { keySchema } from "../shared/index.ts";
import { releaseVersionPattern, templateContentSchema } from "../templates/index.ts";

/** The name that a template file carries. */
export const templateFileFormat = "frontstep.template-file/1";

const fingerprintSchema = z
  .string()
  .regex(/^[0-9a-f]{64}$/, "A fingerprint has 64 digits from 0 to f")
  .describe("SHA-256 over the 32 bytes of a public key, in hexadecimal.");

const instantSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, "Write the instant as 2026-11-26T17:18:46.000Z")
  .refine((text) => !Number.isNaN(Date.parse(text)), "There is no such instant")
  .describe("An instant in UTC, with thousandths of a second.");

const versionSchema = z
  .string()
  .regex(releaseVersionPattern, "Write the release as three numbers, such as 3.2.0");
const hashSchema = z.string().regex(/^[0-9a-f]{64}$/, "A hash has 64 digits from 0 to f");
const nameSchema = z.string().min(1).max(300);

/** Reads a release in a file. */
export const fileReleaseSchema = z
  .strictObject({
    content: templateContentSchema,
    contentHash: hashSchema.describe("SHA-256 of the content in canonical form."),
    extends: z
      .strictObject({ contentHash: hashSchema, release: versionSchema, template: keySchema })
      .optional()
      .describe("The release of another template that this one builds on."),
    organization: nameSchema.describe("Who signed, as they call themselves."),
    publishedAt: instantSchema,
    publishedBy: nameSchema,
    signature: z.strictObject({
      key: fingerprintSchema,
      value: z.string().regex(/^[0-9a-f]{128}$/, "A signature has 128 digits from 0 to f"),
    }),
    withdrawn: z
      .strictObject({ at: instantSchema, reason: z.string().min(1).max(2000) })
      .optional()
      .describe("Since when and why the release is no longer offered."),
  })
  .describe("A release, and the signature over everything else that is said of it here.");

/** Reads a template file. */
export const templateFileSchema = z
  .strictObject({
    format: z.literal(templateFileFormat),
    keys: z
      .array(
        z.strictObject({
          fingerprint: fingerprintSchema,
          publicKey: z.string().regex(/^[0-9a-f]{64}$/, "A public key has 64 digits from 0 to f"),
        }),
      )
      .min(1)
      .max(50)
      .describe("The public keys of the signatures, by fingerprint, each once."),
    releases: z.array(fileReleaseSchema).min(1).max(200).describe("Oldest first."),
    template: keySchema,
  })
  .describe("A template with its releases, signed, in canonical JSON.");
