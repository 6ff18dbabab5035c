import { paragraphMark } from "./paragraphs.ts";
import { statuteMark } from "./statutes.ts";

/** Words for what is refused, what ends and what is claimed back. */
const refused =
  /avsl|upphör|upphäv|överklag|(?<![a-zåäö])(?:avvis|avskr|neka|återk|indra|nedsätt|nedsatt)|(?<![a-zåäö])(?:ej|inte|icke|nej|utan|delvis|ned)(?![a-zåäö])/;
/** Words for what comes before a decision, unless the label also has the outcome. */
const undecided = /(?<![a-zåäö])(?:ansök|anmäl|utredning|yttrande|begär|förslag)/;
const granted = /(?<![a-zåäö])(?:bifall|bevilja)/;

/** Whether a text in lower case is the label of something else than a granted decision. */
export const isNeverRead = (text: string): boolean =>
  refused.test(text) || (undecided.test(text) && !granted.test(text));

/** Words that case systems write around a paragraph and that add nothing to it. */
const known: ReadonlySet<string> = new Set([
  ...[
    "beslut",
    "beslutet",
    "om",
    "enligt",
    "enl",
    "jml",
    "jämlikt",
    "med",
    "stöd",
    "av",
    "den",
    "för",
    "till",
    "och",
  ],
  ...["ek", "ifo", "ekonomi", "ekonomiskt", "bistånd", "biståndet", "försörjning", "försörjningsstöd"],
  ...["insats", "insatser", "personliga", "behov"],
  ...["deltagande", "delta", "anvisad", "praktik", "annan", "kompetenshöjande", "verksamhet"],
  ...["bifall", "bifalles", "bifalls", "bevilja", "beviljad", "beviljande", "beviljas", "beviljat"],
]);

/**
 * Whether the rest of a citation, with marks for its paragraphs and its Act, is a label that case systems write. If the
 * citation names the Act, the words may be of any kind, because they say what was granted. But a word right after a
 * paragraph could belong to it. So only known words may stand there.
 */
export function isLabel(rest: string, { isNamed }: { readonly isNamed: boolean }): boolean {
  const words = rest.split(/[\s,;.()/-]+/).filter((word) => word !== "");
  let mayBelong = false;
  return words.every((word, index) => {
    if (word === paragraphMark || word === statuteMark) {
      mayBelong = word === paragraphMark;
      return true;
    }
    if (known.has(word)) return true;
    if (word === "i") return isWord(words[index - 1]) && isWord(words[index + 1]);
    return isNamed && !mayBelong && isWord(word) && !isOfAnotherLaw(word);
  });
}

/** Another statute, or the activity requirement: its sections, 12 kap. 4 a-6 a §§, are not led to 4 §. */
const isOfAnotherLaw = (word: string): boolean =>
  /(?:lag|balk|förordning)(?:en)?s?$|^aktivitetskrav/.test(word);

const isWord = (text: string | undefined): boolean => text !== undefined && /^[a-zåäöé]{2,}$/.test(text);
