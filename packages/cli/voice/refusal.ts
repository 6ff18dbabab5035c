import type { Bilingual } from "@hemvist/rules";

/** A command cannot do what it was asked for. The text is one sentence that says what to do instead. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly text: Bilingual;

  constructor(text: Bilingual) {
    super(text.en);
    this.text = text;
  }
}
