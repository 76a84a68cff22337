import type { z } from "zod";
import type { coreComponentSchema } from "./parse-core-component.ts";

/** What may not be adapted without loss of fidelity, with what it looks like when it is there. */
export type CoreComponent = z.infer<typeof coreComponentSchema>;
