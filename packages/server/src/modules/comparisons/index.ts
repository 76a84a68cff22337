/**
 * Comparisons: figures of cities and sites side by side. Reads the figures that the database keeps ready for it, in which
 * small counts about people are already taken out; no officer and no raw entry of a city is within its reach.
 */
export { comparison, type Comparison } from "./comparison.reads.ts";
