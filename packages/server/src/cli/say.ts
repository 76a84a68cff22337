/** Says a line to whoever typed the command. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Says a line in which a template or a file has its say: what would steer a terminal is shown as a mark. */
export function sayPlainly(line: string): void {
  say(line.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "\ufffd"));
}
