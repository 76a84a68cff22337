import { performance } from "node:perf_hooks";

/** A sentence for a person, who can do something about it; anything else that is thrown is a defect. */
export class Stop extends Error {}

/** Says what is being done, and at the end how long it took; while it lasts, that it is not stuck. */
export async function step(name, act) {
  const began = performance.now();
  const elapsed = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
  const reminder = setInterval(() => say(`  still working on it (${elapsed()}): ${name}`), 15_000);
  say(`${name} …`);
  try {
    const result = await act();
    say(`  done in ${elapsed()}`);
    return result;
  } finally {
    clearInterval(reminder);
  }
}

export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** Runs a launcher's work; a Stop is told as its sentence, a defect with all that is known of it. */
export async function launch(work) {
  try {
    await work();
  } catch (error) {
    const isForPerson = error instanceof Stop;
    process.stderr.write(`\n${isForPerson ? error.message : String(error?.stack ?? error)}\n`);
    process.exitCode = 1;
  }
}
