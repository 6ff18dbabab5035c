import type { Act, Citation } from "./citation.ts";
import { remembered } from "./remembered.ts";

/** What the paragraphs we know of are called. The old 4 kap. 1 § held what 11:1 and 12:1 hold now. */
const citations: ReadonlyMap<string, Citation> = new Map([
  ["4:4", { legalBasis: "sol-12-4", act: "SFS 2001:453" }],
  ["4:1", { legalBasis: "sol-12-1", act: "SFS 2001:453" }],
  ["12:4", { legalBasis: "sol-12-4", act: "SFS 2025:400" }],
  ["12:1", { legalBasis: "sol-12-1", act: "SFS 2025:400" }],
  ["11:1", { legalBasis: "sol-11-1", act: "SFS 2025:400" }],
]);

const section = "(?:§+|paragraf(?:en)?)";
const chapter = "(?:kap(?:itel|itlet)?\\.?)";

/** The ways of writing a paragraph, once the Act's name and number are taken out of the text. */
const forms: readonly RegExp[] = [
  new RegExp(`^0?(\\d{1,2}) ?${chapter} ?0?(\\d{1,2}) ?${section}$`),
  new RegExp(`^0?(\\d{1,2}) ?${chapter},? ?${section} ?0?(\\d{1,2})$`),
  new RegExp(`^${chapter} ?0?(\\d{1,2}),? ?${section} ?0?(\\d{1,2})$`),
  new RegExp(`^(?:${section} ?)?0?(\\d{1,2}) ?: ?0?(\\d{1,2})(?: ?${section})?$`),
];

const actNumber = /\(? ?(?:sfs ?)?(2001 ?: ?453|2025 ?: ?400)(?!\d) ?\)?/;
const actName = /(?<![a-zåäö])(?:(nya?|gamla|äldre) )?(?:sol|socialtj[aä]nstlag(?:en)?)(?![a-zåäö])/;
const wordsBefore = /^(?:beslut )?(?:enligt|enl\.?) /;
const wordsAfter = /[ -]*(?:beslut)?[.,;]?$/;
const firstParagraph = / ?(?:första stycket|1 st(?:ycket|\.)?)$/;

/**
 * Reads a citation as case systems write it (`4 kap 4 § SoL`, `SoL 12:4`, `12kap.4§`), or says `undefined`:
 * for any other paragraph, and where the Act named is not the one the chapter belongs to.
 */
export const readCitation = remembered(
  (text: string): Citation | undefined => {
    const { rest, acts } = withoutAct(tidied(text));
    const found = paragraph(rest);
    const citation = found === undefined ? undefined : citations.get(found);
    return citation !== undefined && acts.every((act) => act === citation.act) ? citation : undefined;
  },
  // Case systems write the same few, each time.
  { most: 1000 },
);

/** The one way in which hemvist writes a citation, e.g. `12 kap. 4 § SoL`. The chapter tells the Act. */
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

/** One kind of space, one case, one form of each letter. */
function tidied(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim().replace(wordsBefore, "");
}

function withoutAct(text: string): { readonly rest: string; readonly acts: readonly Act[] } {
  const number = actNumber.exec(text)?.[1]?.replaceAll(" ", "");
  const era = actName.exec(text)?.[1];
  const acts: Act[] = [];
  if (number !== undefined) acts.push(number === "2001:453" ? "SFS 2001:453" : "SFS 2025:400");
  if (era !== undefined) acts.push(era.startsWith("ny") ? "SFS 2025:400" : "SFS 2001:453");

  const rest = text.replace(actNumber, " ").replace(actName, " ").replace(/ +/g, " ").trim();
  return { rest: rest.replace(wordsAfter, "").replace(/^, ?/, "").replace(firstParagraph, ""), acts };
}

function paragraph(text: string): string | undefined {
  for (const form of forms) {
    const match = form.exec(text);
    if (match !== null) return `${match[1]}:${match[2]}`;
  }
  return undefined;
}
