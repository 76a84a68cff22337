import { z } from "zod";

const columnSchema = z.string().min(1).max(120).describe("The name of a column, as in the header.");

/** The kinds of jurisdiction that a directory can list. */
export const directoryKinds = ["city", "county", "state", "other"] as const;

/** A kind of jurisdiction in the directory. */
export type DirectoryKind = (typeof directoryKinds)[number];

/** Reads the mapping of a directory of police departments: what each column means. */
export const jurisdictionMappingSchema = z
  .strictObject({
    oriColumn: columnSchema.optional(),
    nameColumns: z
      .array(columnSchema)
      .max(5)
      .default([])
      .describe("The first of these columns that is filled gives the name."),
    kindColumn: columnSchema.optional(),
    kinds: z
      .array(z.strictObject({ value: z.string().max(200), kind: z.enum(directoryKinds) }))
      .max(100)
      .default([]),
    latitudeColumn: columnSchema.optional(),
    longitudeColumn: columnSchema.optional(),
  })
  .describe("What the columns of a directory of jurisdictions mean.");

/** What the columns of a directory of jurisdictions mean. */
export type JurisdictionMapping = z.infer<typeof jurisdictionMappingSchema>;
