import type { Act } from "./citations/citation.ts";
import type { SubAreaCode } from "./decision.ts";
import type { Model } from "./model.ts";
import type { Side } from "./placement.ts";
import type { Bilingual } from "./rule.ts";
import { subAreaOf } from "./sub-area-of.ts";

/** A sub-area as it is called inside a sentence: `praktik`, never its code. */
export function subAreaInText(model: Model, code: SubAreaCode): Bilingual {
  const { name, english } = subAreaOf(model, code);
  return { sv: uncapitalised(name), en: uncapitalised(english) };
}

/** Several sub-areas, each named once, with commas, because their own names hold an "och". */
export function subAreasInText(model: Model, codes: readonly SubAreaCode[]): Bilingual {
  const names = [...new Set(codes)].map((code) => subAreaInText(model, code));
  return { sv: names.map(({ sv }) => sv).join(", "), en: names.map(({ en }) => en).join(", ") };
}

/** The party that carries out, inside a sentence. */
export const sideInText = (model: Model, side: Side): Bilingual => model.sides[side];

/** An Act by the name that people use. */
export function actInText(act: Act): Bilingual {
  return act === "SFS 2001:453"
    ? { sv: "den gamla socialtjänstlagen (2001:453)", en: "the old Social Services Act (2001:453)" }
    : { sv: "socialtjänstlagen (2025:400)", en: "the Social Services Act (2025:400)" };
}

const uncapitalised = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
