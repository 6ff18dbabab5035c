/** A paragraph of a statute. A letter is a part of its name: `4 a` is not `4`. */
export interface Paragraph {
  readonly chapter?: string;
  /** `4`, or `4 a`. */
  readonly section: string;
}

/** A text without its paragraphs, and those paragraphs, in their order within each form. */
interface WithoutParagraphs {
  /** With `paragraphMark` where one stood. */
  readonly rest: string;
  readonly paragraphs: readonly Paragraph[];
}

export const paragraphMark = "¤";

const letter = "(?: ?[a-zåäö](?![a-zåäö]))?";
const section = `\\d{1,3}(?!\\d)${letter}`;
const between = "(?: ?, ?| ?- ?| ?/ ?| ?& ?| (?:och|samt|o) )";
const list = `${section}(?:${between}${section})*`;
const sign = "(?:§{1,2}|paragraf(?:en|er|erna)?)";
const word = "kap(?:itel|itlet)?\\.?";
const chapter = "(?<![\\d:])(\\d{1,2})";
// Not followed by a colon, so that "12:1, 12:7" is two of them.
const shortSection = `\\d{1,3}(?!\\d| ?:)${letter}`;

/** `12 kap. 1 §`, with further sections after it: `12 kap. 1 och 7 §§`, `12 kap. 1 § och 7 §`. */
const chapterFirst = new RegExp(
  `${chapter} ?${word},? ?(${list} ?${sign}(?:${between}${list} ?${sign})*)`,
  "g",
);
const forms: readonly RegExp[] = [
  chapterFirst,
  // `12 kap. § 1`
  new RegExp(`${chapter} ?${word},? ?${sign} ?(${list})`, "g"),
  // `kap. 12 § 1`
  new RegExp(`${word} ?(\\d{1,2}),? ?${sign} ?(${list})`, "g"),
  // `12:1`
  new RegExp(
    `(?:${sign} ?)?${chapter} ?: ?(${shortSection}(?:${between}${shortSection})*)(?: ?${sign})?`,
    "g",
  ),
];
/** Of statutes without chapters: `9 §`, `§ 9`. */
const withoutChapter = new RegExp(`(?<![\\d:])()(${list}) ?${sign}|${sign} ?()(${list})`, "g");

/** Takes paragraphs with a chapter out of a text in lower case. */
export function withoutParagraphs(text: string): WithoutParagraphs {
  return forms.reduce<WithoutParagraphs>(taken, { rest: withLettersInPlace(text), paragraphs: [] });
}

/** A letter belongs to the paragraph it stands by: `4 § a`, `4 (a) §` and `4-a §` are `4 a §`. */
const withLettersInPlace = (text: string): string =>
  text
    .replace(
      /(\d) ?(?:\(([a-zåäö])\)|-([a-zåäö])(?![a-zåäö]))/g,
      (_, digit, one = "", other = "") => `${digit} ${one}${other}`,
    )
    .replace(/(\d) ?(§{1,2}) ?\(?([a-zåäö])(?![a-zåäö]| \d)\)?/g, "$1 $3 $2");

/** Every paragraph of a text, those without a chapter too. */
export function paragraphsIn(text: string): readonly Paragraph[] {
  const { rest, paragraphs } = withoutParagraphs(text);
  const bare = [...rest.matchAll(withoutChapter)].flatMap((match) => sectionsIn(match[2] ?? match[4] ?? ""));
  return [...paragraphs, ...bare.map((one) => ({ section: one }))];
}

function taken({ rest, paragraphs }: WithoutParagraphs, form: RegExp): WithoutParagraphs {
  const found: Paragraph[] = [];
  const without = rest.replace(form, (_, number: string, sections: string) => {
    for (const one of sectionsIn(sections)) found.push({ chapter: String(Number(number)), section: one });
    return ` ${paragraphMark} `;
  });
  return { rest: without, paragraphs: [...paragraphs, ...found] };
}

// `1 o 7` is 1 and 7.
const eachSection = new RegExp(`(${between})?(\\d{1,3})(?: ?([a-zåäö])(?![a-zåäö]| \\d))?`, "g");

/** `1, 7` is 1 and 7; `4 a-6 a` is 4 a, 5, 6 and 6 a: what lies between two is among them. */
function sectionsIn(sections: string): readonly string[] {
  const found: string[] = [];
  let before = 0;
  for (const [, separator = "", digits = "", itsLetter] of sections.matchAll(eachSection)) {
    const number = Number(digits);
    if (separator.includes("-"))
      for (let between = before + 1; between < number; between++) found.push(String(between));
    if (separator.includes("-") && itsLetter !== undefined && number > before) found.push(String(number));
    found.push(itsLetter === undefined ? String(number) : `${number} ${itsLetter}`);
    before = number;
  }
  return found;
}
