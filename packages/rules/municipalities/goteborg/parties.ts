import type { Party } from "../../engine/model.ts";
import type { Side } from "../../engine/placement.ts";
import type { Bilingual } from "../../engine/rule.ts";

/** The four social services administrations, equal before every rule. */
export const administrations: readonly string[] = ["sf-centrum", "sf-hisingen", "sf-nordost", "sf-sydvast"];

/** What they are called in a table. */
export const shortNames: Readonly<Record<string, string>> = {
  "sf-centrum": "Centrum",
  "sf-hisingen": "Hisingen",
  "sf-nordost": "Nordost",
  "sf-sydvast": "Sydväst",
};

/** The two who carry out, as sentences call them. */
export const sides: Readonly<Record<Side, Bilingual>> = {
  sf: { sv: "socialförvaltningen", en: "the social services administration" },
  arbvux: { sv: "Arbvux", en: "Arbvux" },
};

/** Every party that the directive names. Providers are in the catalogue. */
export const parties: readonly Party[] = [
  { code: "sf-centrum", name: "Socialförvaltningen Centrum", role: "decides" },
  { code: "sf-hisingen", name: "Socialförvaltningen Hisingen", role: "decides" },
  { code: "sf-nordost", name: "Socialförvaltningen Nordost", role: "decides" },
  { code: "sf-sydvast", name: "Socialförvaltningen Sydväst", role: "decides" },
  { code: "arbvux", name: "Arbetsmarknad och vuxenutbildning", role: "carries-out" },
  { code: "finsam", name: "Samordningsförbundet Finsam Göteborg", role: "forum" },
  { code: "funktionsstod", name: "Förvaltningen för funktionsstöd", role: "forum" },
  { code: "arbetsformedlingen", name: "Arbetsförmedlingen", role: "consulted" },
  { code: "sob", name: "Samordnings- och beredningsgruppen (SoB)", role: "forum" },
  {
    code: "operativ-samverkansgrupp",
    name: "Operativ samverkansgrupp Arbvux och Socialtjänst",
    role: "forum",
  },
  { code: "analysgrupp", name: "Arbetsgrupp för analys, uppföljning och utveckling", role: "forum" },
];
