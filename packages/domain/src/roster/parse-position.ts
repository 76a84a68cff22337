import { z } from "zod";
import { keySchema, localizedTextSchema, partFields } from "../shared/index.ts";
import { employers, trainingMoments } from "./position.ts";

/** Reads a position of a template. */
export const positionSchema = z
  .strictObject({
    ...partFields,
    title: localizedTextSchema,
    rank: localizedTextSchema
      .optional()
      .describe("The rank or grade called for, to be mapped to local titles."),
    count: z
      .union([z.number().positive().max(500), z.literal("contract")])
      .describe(
        "How many seats; a fraction is a seat shared with other sites; 'contract' is work bought, without a seat.",
      ),
    employer: z.enum(employers),
    commitmentMonths: z
      .int()
      .positive()
      .max(240)
      .optional()
      .describe("How many months a person commits to stay; absent when none is asked."),
    commitmentNote: localizedTextSchema
      .optional()
      .describe("What the number of months does not say, such as 'renewable'."),
    requiredTrainings: z.array(keySchema).max(40).default([]),
    note: localizedTextSchema.optional(),
  })
  .describe("A seat, or several alike, that the roster calls for.");

/** Reads a training of a template. */
export const trainingSchema = z
  .strictObject({
    ...partFields,
    name: localizedTextSchema,
    hours: z
      .number()
      .positive()
      .max(2000)
      .optional()
      .describe("Hours in all; absent when it is not counted in hours."),
    when: z.enum(trainingMoments),
    outline: z
      .array(localizedTextSchema)
      .max(40)
      .default([])
      .describe("The parts of the training, in order."),
    validMonths: z
      .int()
      .positive()
      .max(240)
      .optional()
      .describe("After how many months it must be taken again; absent when it never expires."),
    note: localizedTextSchema.optional(),
  })
  .describe("A training that positions require.");

/** Reads a staffing floor of a template. */
export const staffingFloorSchema = z
  .strictObject({
    ...partFields,
    name: localizedTextSchema,
    positions: z.array(keySchema).min(1).max(40).describe("The positions whose seats are added up."),
    seats: z
      .number()
      .positive()
      .max(500)
      .describe("The fewest seats; with fewer, the core components named are touched."),
  })
  .describe("The fewest seats that a group of positions may have before core components are touched.");
