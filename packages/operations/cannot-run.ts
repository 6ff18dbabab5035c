import type { Bilingual } from "@hemvist/rules";

/**
 * The operator asked for something that cannot be done. The text says what to do instead. If there is a cause, the
 * command adds it.
 */
export class CannotRun extends Error {
  override readonly name = "CannotRun";
  readonly text: Bilingual;

  constructor(text: Bilingual, options?: ErrorOptions) {
    super(text.en, options);
    this.text = text;
  }
}
