import { z } from "zod";
import { keySchema, localizedTextSchema } from "../shared/index.ts";
import { contentSections } from "./content-section.ts";

/** Reads the note on one part of a release. */
export const changeNoteSchema = z
  .strictObject({
    section: z.enum(contentSections),
    key: keySchema.describe("The key of the part, as the release has it; of one taken out, as it was."),
    text: localizedTextSchema,
  })
  .describe("Why one part changed, added to the list of all changes.");
