/** What was asked for cannot be done; the message is for whoever asked, and says what to do instead. */
export class CannotRun extends Error {
  override readonly name = "CannotRun";
}
