/** What was asked for is not a form that this version knows. */
export class NotAsked extends Error {
  override readonly name = "NotAsked";
}
