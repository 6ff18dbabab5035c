import type { Model, Municipality, Provider, SubAreaCode } from "@hemvist/rules";
import { goteborg } from "../../packages/rules/municipalities/goteborg/municipality.ts";

const [, model] = goteborg.models;
if (model === undefined) throw new Error("Göteborg has a model under the Act of 2025");

const isArbvuxs = (code: SubAreaCode): boolean =>
  model.subAreas.some((subArea) => subArea.code === code && subArea.carriedOutBy.includes("arbvux"));
const offers = (code: string, name: string, ...areas: readonly string[]): Provider => ({
  code,
  name,
  side: "arbvux",
  subAreas: model.subAreas
    .map((one) => one.code)
    .filter((one) => isArbvuxs(one) && areas.includes(one.split(".")[0] ?? "")),
  from: "2025-07-01",
  example: true,
});

const inForce: Model = {
  ...model,
  name: "ingenstans-2025-07",
  municipality: "ingenstans",
  administrations: ["soc-skogen", "soc-sjon"],
  parties: [
    { code: "soc-skogen", name: "Socialförvaltningen Skogen", role: "decides" },
    { code: "soc-sjon", name: "Socialförvaltningen Sjön", role: "decides" },
    { code: "jobbenheten", name: "Jobbenheten", role: "carries-out" },
    { code: "arbetsformedlingen", name: "Arbetsförmedlingen", role: "consulted" },
  ],
  sides: {
    sf: { sv: "socialförvaltningen", en: "the social services administration" },
    arbvux: { sv: "Jobbenheten", en: "Jobbenheten" },
  },
  providers: [
    offers("hantverkshuset", "Hantverkshuset", "job"),
    offers("kunskapshuset", "Kunskapshuset", "competence"),
    offers("friskhuset", "Friskhuset", "health"),
  ],
  services: [],
  agreements: [],
  intervals: { ...model.intervals, answer: { ...model.intervals.answer, count: 3 } },
  // What it says stands in Göteborg's own directive.
  rules: model.rules.filter(({ id }) => id !== "health-complements"),
};

/**
 * Ingenstans ("Nowhere") is made up: a municipality of two administrations and three providers. It shows that none of
 * what is Göteborg's stands anywhere but in Göteborg's folder. It is not exempt, so it erases after five years.
 */
export const ingenstans: Municipality = {
  code: "ingenstans",
  name: "Ingenstans kommun",
  website: "https://ingenstans.example",
  administrationsInText: {
    sv: "Ingenstans två socialförvaltningar",
    en: "Ingenstans's two social services administrations",
  },
  shortNames: { "soc-skogen": "Skogen", "soc-sjon": "Sjön" },
  urn: "urn:hemvist:ingenstans",
  typePrefix: "example.ingenstans.hemvist",
  retention: "five-years",
  models: [inForce],
};
