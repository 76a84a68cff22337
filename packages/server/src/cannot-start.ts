/** The program cannot start, and the message is one sentence for a person that says what to do. */
export class CannotStart extends Error {
  override readonly name = "CannotStart";
}
