/**
 * The sample state: an invented state with cities, sites, people and figures to look around in, made
 * through the public API as people would make it. It never exists in production.
 */
export { makeSampleState, type SampleSignIns } from "./make-sample-state.ts";
export { signInsInWords } from "./sign-ins-in-words.ts";
