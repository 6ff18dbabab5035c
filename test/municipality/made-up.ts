import type { Model, Municipality, Provider, SubArea } from "@hemvist/rules";
import { goteborg } from "../../packages/rules/municipalities/goteborg/municipality.ts";
import { type Seeded, seeded } from "../simulation/world/seeded.ts";

const letters = "abcdefghijklmnopqrstuvwxyz";

/** How many there are. Sweden has 290. */
export const mostMadeUp = letters.length ** 2;

const manyAdministrations = ["soc-norr", "soc-soder", "soc-vast", "soc-ost"];
const everyProvider = ["jobbcentrum", "larcentrum", "halsohuset", "vagledningen"];

/**
 * One of many made-up municipalities: the same number, the same municipality. They differ in parties, providers,
 * intervals, rules and retention. Most have one administration, and most use the same codes for their parties, as real
 * municipalities may. A municipality's own are its source, its types and its models.
 *
 * @param number from 0 up to, not including, `mostMadeUp`
 */
export function madeUp(number: number): Municipality {
  const chance = seeded(`municipality ${number}`);
  const code = `ort-${letters[Math.floor(number / letters.length)]}${letters[number % letters.length]}`;
  const administrations =
    number % 4 === 3 ? manyAdministrations.slice(0, 2 + chance.below(3)) : ["socialnamnden"];
  const parts = {
    municipality: code,
    administrations,
    parties: [
      ...administrations.map((party) => ({
        code: party,
        name: `Socialnämnd ${party}`,
        role: "decides" as const,
      })),
      { code: "arbetsmarknad", name: "Arbetsmarknadsenheten", role: "carries-out" as const },
      { code: "arbetsformedlingen", name: "Arbetsförmedlingen", role: "consulted" as const },
    ],
    providers: providersIn(everyProvider.slice(0, 1 + chance.below(everyProvider.length)), chance),
    services: [],
    agreements: [],
  };
  const answer = 2 + chance.below(9);
  const hasAllRules = chance.chance(0.5);
  const modelOf = (model: Model): Model => ({
    ...model,
    ...parts,
    name: model.name.replace("goteborg", code),
    intervals: { ...model.intervals, answer: { ...model.intervals.answer, count: answer } },
    // What it says stands in Göteborg's own directive.
    rules: model.rules.filter(({ id }) => hasAllRules || id !== "health-complements"),
  });
  return {
    code,
    name: `${code} kommun`,
    website: `https://${code}.example`,
    administrationsInText: { sv: "kommunens socialnämnder", en: "the municipality's social services" },
    shortNames: Object.fromEntries(administrations.map((party) => [party, party])),
    urn: `urn:hemvist:${code}`,
    typePrefix: `example.${code}.hemvist`,
    retention: chance.pick(["keep", "five-years"]),
    models: goteborg.models.map(modelOf),
  };
}

/** Each sub-area that the municipality's labour market side carries out has one or two providers. */
function providersIn(codes: readonly string[], chance: Seeded): readonly Provider[] {
  const subAreas =
    goteborg.models[0]?.subAreas.filter(({ carriedOutBy }) => carriedOutBy.includes("arbvux")) ?? [];
  const first = new Map<SubArea, number>(subAreas.map((subArea) => [subArea, chance.below(codes.length)]));
  const offers = (subArea: SubArea, index: number): boolean =>
    first.get(subArea) === index || chance.chance(0.2);
  return codes.map((code, index) => ({
    code,
    name: code,
    side: "arbvux",
    subAreas: subAreas.filter((subArea) => offers(subArea, index)).map(({ code: subArea }) => subArea),
    from: "2022-07-01",
    example: true,
  }));
}
