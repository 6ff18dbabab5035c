/** A text or a number that was put in one place of one message, and that nothing else in the world has. */
export interface Canary {
  /** What the message is, such as `decision` or `search`. */
  readonly kind: string;
  /** Where it stands: a pointer into the message, or the name of a header. */
  readonly where: string;
  /** What it is to the reader: one of the contents of the release table. */
  readonly content: string;
  /** The party or the operator that sent it. */
  readonly by: string;
}

const letters = "bcdfghjklmnpqrstvwxz";
/** A name of a person, as far as any reader of it can tell. */
const wordForm = /kanarie-?([bcdfghjklmnpqrstvwxz]{4})/gi;

/** Ten digits with what stands between them where people write numbers, and two of the century before them. */
const numberForm = /(?<!\d)(?:\d{2})?(\d{6})[-+ \u00a0\p{Pd}\u2212]?(\d{4})(?!\d)/gu;
const spacedForm = /\d[\d \u00a0\p{Pd}+\u2212]{8,24}\d/gu;

/** Hands out canaries, each once, and finds them again in any text. */
export class Aviary {
  readonly #words = new Map<string, Canary>();
  readonly #numbers = new Map<string, Canary>();

  get planted(): number {
    return this.#words.size + this.#numbers.size;
  }

  get all(): readonly Canary[] {
    return [...this.#words.values(), ...this.#numbers.values()];
  }

  /** A name that fits an id, a registry number and a text: `Kanarie-Bcdf`. */
  word(canary: Canary): string {
    let rest = this.#words.size;
    let word = "";
    for (let place = 0; place < 4; place += 1) {
      word += letters[rest % letters.length] ?? "";
      rest = Math.floor(rest / letters.length);
    }
    this.#words.set(word, canary);
    return `Kanarie-${word}`;
  }

  /**
   * Twelve digits of an identity number that no living person has: 1890s, serial 981 to 999, as CONTRIBUTING.md says.
   * The samples have those with 980.
   * @param coordination a samordningsnummer, whose day is 60 more
   */
  number(canary: Canary, { coordination = false } = {}): string {
    const index = this.#numbers.size;
    const day = new Date(Date.UTC(1890, 0, 1 + (index % 3600)));
    const two = (value: number): string => String(value).padStart(2, "0");
    const date = `${two(day.getUTCFullYear() % 100)}${two(day.getUTCMonth() + 1)}${two(day.getUTCDate() + (coordination ? 60 : 0))}`;
    const nine = `${date}${981 + Math.floor(index / 3600)}`;
    const ten = `${nine}${checkDigitOf(nine)}`;
    this.#numbers.set(ten, canary);
    return `18${ten}`;
  }

  /** The canaries in a text, by their content and kind. */
  foundIn(text: string): ReadonlySet<Canary> {
    const found = new Set<Canary>();
    const add = (canary: Canary | undefined): void => void (canary && found.add(canary));
    for (const [, word = ""] of text.matchAll(wordForm)) add(this.#words.get(word.toLowerCase()));
    for (const [, date = "", serial = ""] of text.matchAll(numberForm)) add(this.#numbers.get(date + serial));
    for (const [run] of text.matchAll(spacedForm)) {
      const digits = run.replace(/\D/g, "");
      if (digits.length === 10 || digits.length === 12) add(this.#numbers.get(digits.slice(-10)));
    }
    return found;
  }
}

function checkDigitOf(nine: string): number {
  let sum = 0;
  for (const [index, digit] of [...nine].entries()) {
    const weighed = Number(digit) * (index % 2 === 0 ? 2 : 1);
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return (10 - (sum % 10)) % 10;
}

/** How people and systems write a number of twelve digits. All of them mean the same number. */
export const writings: Readonly<Record<string, (twelve: string) => string>> = {
  "twelve digits": (twelve) => twelve,
  "with a hyphen": (twelve) => `${twelve.slice(0, 8)}-${twelve.slice(8)}`,
  "ten digits with a plus": (twelve) => `${twelve.slice(2, 8)}+${twelve.slice(8)}`,
  "ten digits": (twelve) => twelve.slice(2),
  "with a space": (twelve) => `${twelve.slice(0, 8)} ${twelve.slice(8)}`,
  "with a dash": (twelve) => `${twelve.slice(0, 8)}–${twelve.slice(8)}`,
  "in pairs": (twelve) => (twelve.match(/../g) ?? []).join(" "),
  "in a sentence": (twelve) => `Ring ${twelve.slice(2, 8)}-${twelve.slice(8)} om praktiken`,
};
