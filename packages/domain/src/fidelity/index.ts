/**
 * Fidelity: how fully a site carries out the core components of its program.
 */
export type { CoreComponent } from "./core-component.ts";
export { coreComponentSchema } from "./parse-core-component.ts";
