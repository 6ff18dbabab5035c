import type { Act } from "./citation.ts";

/** A text without the names and numbers of statutes, and those statutes. */
export interface WithoutStatutes {
  /** With `statuteMark` where the Social Services Act stood. */
  readonly rest: string;
  /** Whether the Social Services Act was named, by name or by number. */
  readonly isNamed: boolean;
  /** Which of the two Acts the text names. Empty if it only says "SoL". */
  readonly acts: readonly Act[];
  /** Other statutes, by the abbreviation that people use. */
  readonly others: readonly string[];
}

export const statuteMark = "¶";

const number = /(?:sfs ?)?(?<!\d)(2001 ?: ?453|2025 ?: ?400)(?!\d)/g;
const name = /(?<![a-zåäö])(?:(nya?|gamla|äldre) )?(?:sol|socialtj[aä]nstlag(?:en)?)(?![a-zåäö])/g;

/** Other statutes that decisions of social services rest on. hemvist names them and never handles them. */
const otherStatutes: readonly (readonly [string, string])[] = [
  ["LSS", "lss|lag(?:en)? om stöd och service till vissa funktionshindrade|1993 ?: ?387"],
  ["LVU", "lvu|lag(?:en)? med särskilda bestämmelser om vård av unga|1990 ?: ?52"],
  ["LVM", "lvm|lag(?:en)? om vård av missbrukare i vissa fall|1988 ?: ?870"],
  ["LMA", "lma|lag(?:en)? om mottagande av asylsökande(?: m\\.? ?fl\\.?)?|1994 ?: ?137"],
  ["FB", "fb|föräldrabalk(?:en)?"],
  ["SFB", "sfb|socialförsäkringsbalk(?:en)?|2010 ?: ?110"],
  ["HSL", "hsl|hälso- och sjukvårdslag(?:en)?|2017 ?: ?30"],
];
const others = otherStatutes.map(
  ([abbreviation, names]) =>
    [abbreviation, new RegExp(`(?<![a-zåäö\\d])(?:${names})(?![a-zåäö\\d])`, "g")] as const,
);

/** Takes statutes out of a text in lower case. */
export function withoutStatutes(text: string): WithoutStatutes {
  const acts = new Set<Act>();
  let isNamed = false;
  const withoutOurs = text
    .replace(number, (_, found: string) => {
      isNamed = true;
      acts.add(found.startsWith("2001") ? "SFS 2001:453" : "SFS 2025:400");
      return ` ${statuteMark} `;
    })
    .replace(name, (_, era: string | undefined) => {
      isNamed = true;
      if (era !== undefined) acts.add(era.startsWith("ny") ? "SFS 2025:400" : "SFS 2001:453");
      return ` ${statuteMark} `;
    });

  const found: string[] = [];
  let rest = withoutOurs;
  for (const [abbreviation, names] of others) {
    const without = rest.replace(names, " ");
    if (without !== rest) found.push(abbreviation);
    rest = without;
  }
  return { rest: rest.replace(/ +/g, " ").trim(), isNamed, acts: [...acts], others: found };
}
