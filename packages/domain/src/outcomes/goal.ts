import type { z } from "zod";
import type { baselineWindowSchema, goalSchema, goalTargetSchema } from "./parse-goal.ts";

/** An outcome goal is what the program is for; a guardrail is what must not get worse on the way. */
export const goalKinds = ["outcome", "guardrail"] as const;

/** Whether a goal is an outcome or a guardrail. */
export type GoalKind = (typeof goalKinds)[number];

/** The value sought, by when, on one or more indicators. */
export type Goal = z.infer<typeof goalSchema>;

/** The change or level sought on one indicator. */
export type GoalTarget = z.infer<typeof goalTargetSchema>;

/** From which days the value before is taken. */
export type BaselineWindow = z.infer<typeof baselineWindowSchema>;
