/** The operator pressed Ctrl-C between two parts of a command. */
export class Stopped extends Error {
  override readonly name = "Stopped";
}
