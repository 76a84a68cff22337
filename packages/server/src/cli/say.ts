/** Says a line to whoever typed the command. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
