import type { Bilingual } from "@hemvist/rules";

/**
 * What was asked for cannot be done. The text is for the person who asked, and says what to do instead. Where it has a
 * cause, the command adds what that was.
 */
export class CannotRun extends Error {
  override readonly name = "CannotRun";
  readonly text: Bilingual;

  constructor(text: Bilingual, options?: ErrorOptions) {
    super(text.en, options);
    this.text = text;
  }
}
