import type { z } from "zod";
import type { measureSchema } from "./parse-indicator.ts";

/**
 * What kind of number an indicator is, which decides how it is compared and what interval it gets:
 * a count of events; a rate of events per so many residents; a share of a group in percent;
 * a mean on a scale; a difference of two shares in points; a ratio of two changes;
 * a median; an amount such as hours, dollars or a score.
 */
export type Measure = z.infer<typeof measureSchema>;
