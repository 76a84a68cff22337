import { z } from "zod";

const columnSchema = z.string().min(1).max(120).describe("The name of a column, as in the header.");

/** In which order a day is written with numbers alone. */
export const dayOrders = ["yearFirst", "monthFirst", "dayFirst"] as const;

/** What to do with a number that is new here while somebody of that name is on the roster already. */
export const namesakeRules = ["listed", "samePerson", "otherPerson"] as const;

/** Reads the mapping of a roster: which columns hold the person, the slot and the days. */
export const rosterMappingSchema = z
  .strictObject({
    issuer: z.string().trim().min(1).max(100).describe("Who gave out the numbers of the people."),
    numberColumn: columnSchema.optional(),
    nameColumn: columnSchema.optional(),
    firstNameColumn: columnSchema.optional(),
    lastNameColumn: columnSchema.optional(),
    rankColumn: columnSchema.optional(),
    languagesColumn: columnSchema.optional(),
    siteColumn: columnSchema.optional(),
    positionColumn: columnSchema.optional(),
    slotColumn: columnSchema.optional(),
    startColumn: columnSchema.optional(),
    endColumn: columnSchema.optional(),
    exitReasonColumn: columnSchema.optional(),
    shareColumn: columnSchema.optional(),
    dayOrder: z.enum(dayOrders).optional(),
    counts: z.enum(["from1900", "from1904"]).default("from1900"),
    namesakes: z.enum(namesakeRules).default("listed"),
    places: z
      .array(
        z.strictObject({
          value: z.string().min(1).max(200),
          site: z.string().max(200),
          position: z.string().max(200).optional(),
        }),
      )
      .max(500)
      .default([])
      .describe("Which site, and perhaps which position, a value of the site's column stands for."),
  })
  .describe("What the columns of a roster mean.");

/** What the columns of a roster mean. */
export type RosterMapping = z.infer<typeof rosterMappingSchema>;
