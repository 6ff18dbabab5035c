import { remembered } from "../remembered.ts";
import type { Act, Citation, ReadCitation } from "./citation.ts";
import { isLabel, isNeverRead } from "./citation-label.ts";
import { type Paragraph, paragraphMark, paragraphsIn, withoutParagraphs } from "./paragraphs.ts";
import { type WithoutStatutes, withoutStatutes } from "./statutes.ts";

/** The names of the paragraphs that we handle. The old 4 kap. 1 § held what 11:1 and 12:1 hold now. */
const citations: ReadonlyMap<string, Citation> = new Map([
  ["4:4", { legalBasis: "sol-12-4", act: "SFS 2001:453" }],
  ["4:1", { legalBasis: "sol-12-1", act: "SFS 2001:453" }],
  ["12:4", { legalBasis: "sol-12-4", act: "SFS 2025:400" }],
  ["12:1", { legalBasis: "sol-12-1", act: "SFS 2025:400" }],
  ["11:1", { legalBasis: "sol-11-1", act: "SFS 2025:400" }],
]);

/** Paragraphs that only say how income support is counted. Beside one of ours they change nothing. */
const counting: ReadonlyMap<string, Act> = new Map([
  ["4:3", "SFS 2001:453"],
  ["12:7", "SFS 2025:400"],
]);

/** The chapters of our paragraphs. A paragraph in them belongs to the Social Services Act also if no Act is named. */
const ourChapters: ReadonlySet<string> = new Set(["4", "11", "12"]);

/** No citation is longer. A longer text is not read. */
const longest = 300;
const notRead: ReadCitation = { kind: "not-read", isNotGranted: false };
const notGranted: ReadCitation = { kind: "not-read", isNotGranted: true };

/**
 * Reads a citation as case systems write it (`4 kap 4 § SoL`, `SoL 12:4`, `Ek Ekonomiskt bistånd 12 kap 1, 7 §§ SoL,
 * bifall`). If it understands a paragraph and does not handle it, it names that paragraph. It never reads the label of
 * a rejection, nor a citation whose Act does not have that chapter.
 */
export function readCitation(text: string): ReadCitation {
  if (text.length > longest) return notRead;
  return answered(text) ?? (isNeverRead(tidied(text)) ? notGranted : notRead);
}

const answered = remembered(
  (text: string): ReadCitation | undefined => {
    const tidy = tidied(text);
    if (isNeverRead(tidy)) return undefined;
    const statutes = withoutStatutes(tidy);
    return statutes.others.length > 0 ? ofAnotherStatute(statutes) : ofOurs(statutes);
  },
  // Case systems write the same few citations each time.
  { most: 1000 },
);

/** The text with one kind of space, of dash and of case, one form of each letter, and no invisible characters. */
function tidied(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
}

function ofAnotherStatute({ rest, isNamed, others }: WithoutStatutes): ReadCitation | undefined {
  const [statute, ...more] = others;
  if (isNamed || statute === undefined || more.length > 0) return undefined;
  const [first] = paragraphsIn(rest);
  return { kind: "not-handled", paragraph: first === undefined ? statute : named(first, statute) };
}

function ofOurs({ rest, isNamed, acts }: WithoutStatutes): ReadCitation | undefined {
  const { rest: around, paragraphs } = withoutParagraphs(rest);
  const foreign = paragraphs.find((one) => !citations.has(keyOf(one)) && !counting.has(keyOf(one)));
  if (foreign !== undefined && isNamed && !hasLoneLetter(around)) return notHandled(foreign);
  if (paragraphs.length === 0 || !isLabel(withoutFirstPart(around), { isNamed })) return undefined;
  if (foreign !== undefined) return ourChapters.has(foreign.chapter ?? "") ? notHandled(foreign) : undefined;

  const cited = acts.concat(paragraphs.map(actOf).filter((act) => act !== undefined));
  if (new Set(cited).size > 1) return undefined;
  const ours = new Map(
    paragraphs.flatMap((one) => citations.get(keyOf(one)) ?? []).map((one) => [one.legalBasis, one]),
  );
  const [citation, ...more] = ours.values();
  const [onlyCounting] = paragraphs;
  if (citation === undefined) return onlyCounting && notHandled(onlyCounting);
  return more.length > 0 ? undefined : { kind: "read", citation };
}

/** The first part (stycke) is what defines the paragraph, so naming it adds nothing. */
const withoutFirstPart = (text: string): string =>
  text.replace(
    new RegExp(`${paragraphMark} ?,? ?(?:första stycket|1 ?st(?:ycket|\\.)?(?![a-zåäö]))`, "g"),
    paragraphMark,
  );

/** A single letter may belong to a paragraph's name. It is then another paragraph. */
const hasLoneLetter = (text: string): boolean => /(?<!\p{L})\p{L}(?!\p{L})/u.test(text);

const keyOf = ({ chapter, section }: Paragraph): string => `${chapter}:${section}`;
const actOf = (one: Paragraph): Act | undefined => citations.get(keyOf(one))?.act ?? counting.get(keyOf(one));
const notHandled = (one: Paragraph): ReadCitation => ({ kind: "not-handled", paragraph: named(one, "SoL") });
const named = ({ chapter, section }: Paragraph, statute: string): string =>
  `${chapter === undefined ? "" : `${chapter} kap. `}${section} § ${statute}`;

/** The one way in which hemvist writes a citation, e.g. `12 kap. 4 § SoL`. The chapter shows the Act. */
export function citationText({ legalBasis, act }: Citation): string {
  if (act === "SFS 2001:453") return legalBasis === "sol-12-4" ? "4 kap. 4 § SoL" : "4 kap. 1 § SoL";
  switch (legalBasis) {
    case "sol-12-4":
      return "12 kap. 4 § SoL";
    case "sol-12-1":
      return "12 kap. 1 § SoL";
    case "sol-11-1":
      return "11 kap. 1 § SoL";
  }
}

/** As caseworkers say it: `12:4`, or `4:4` of the old Act. */
export function shortCitation(citation: Citation): string {
  return citationText(citation).replace(" kap. ", ":").replace(" § SoL", "");
}
