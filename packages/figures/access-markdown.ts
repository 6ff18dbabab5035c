import type { Municipality } from "@hemvist/rules";
import { type AccessCheck, type PartysAccesses, usual } from "./access-check.ts";
import type { ReportPeriod } from "./report-period.ts";

/** Ours: more than a person looks through. The file beside it has all. */
const mostListed = 50;

/** As the person reads it who answers for the check of the access log. */
export function accessMarkdown(
  { faults, parties, protectedSeen, byOperators }: AccessCheck,
  { period, municipality }: { readonly period: ReportPeriod; readonly municipality: Municipality },
): string {
  const unusual = parties.filter(({ isUnusual }) => isUnusual);
  const outside = parties.filter(({ showedNothing }) => showedNothing.length > 0);
  return [
    "# Kontroll av åtkomstloggen",
    "",
    `${municipality.name}, ${period.from} till ${period.to}. Varje åtkomst till en enskilds uppgifter loggas så att den kan kontrolleras (lagen 2001:454, 10 §). Den enskilde anges här med en pseudonym och åtkomsten med sin post i loggen.`,
    "",
    "## Är loggen orörd?",
    "",
    ...(faults.length === 0
      ? ["Ja. Inget är ändrat, flyttat eller borttaget."]
      : [
          "Nej. Anmäl det som en säkerhetsincident, och se `docs/runbooks/access-log.md`.",
          "",
          ...listed(faults.map(faultLine)),
        ]),
    "",
    "## Åtkomster per part",
    "",
    "| Part | Åtkomster | Sökningar | Personer | Visade inget | Högst under åtta tidigare veckor |",
    "| --- | --- | --- | --- | --- | --- |",
    ...parties.map(partyLine),
    "",
    "## Ovanligt många",
    "",
    `Fler än ${usual.fewest} åtkomster och mer än ${String(usual.timesBusiest).replace(".", ",")} gånger partens egen mest belastade vecka av de ${usual.weeks} föregående. Gränsen är hemvists eget förval. En part utan tidigare veckor bedöms inte.`,
    "",
    ...(unusual.length === 0
      ? ["Ingen part."]
      : listed(unusual.map(({ party, accesses }) => `${party}: ${accesses}`))),
    "",
    "## Personer med skyddade personuppgifter",
    "",
    ...(protectedSeen.length === 0
      ? ["Inga sådana uppgifter har visats."]
      : listed(
          protectedSeen.map(({ entry, party, act, person }) => `${entry}: ${party}, ${acts[act]}, ${person}`),
        )),
    "",
    "## Utanför egna ärenden",
    "",
    "Frågor som inte visade något. Det som söktes finns inte, eller så är det en annan parts. Loggen säger inte vilket av de två.",
    "",
    ...(outside.length === 0
      ? ["Inga sådana frågor."]
      : outside.flatMap(({ party, showedNothing, accesses }) => [
          `${party}: ${showedNothing.length} av ${accesses}`,
          "",
          ...listed(showedNothing),
          "",
        ])),
    "",
    "## Driftpersonalens läsningar",
    "",
    ...(byOperators.length === 0 ? ["Inga."] : listed(byOperators)),
    "",
    "## Sökningar på eget namn",
    "",
    "hemvist vet vilken part som frågar men inte vilken handläggare. Parten själv måste kontrollera om en handläggare har sökt på sig själv eller en närstående.",
    "",
  ].join("\n");
}

const acts: Readonly<Record<AccessCheck["protectedSeen"][number]["act"], string>> = {
  "read-decision": "läste ett beslut",
  "read-assignment": "läste ett uppdrag",
  "search-person": "sökte en person",
  view: "visade en vy",
  places: "visade var uppgifter ligger",
  "audit-person": "visade vem som läst om en person",
};

const partyLine = ({
  party,
  accesses,
  searches,
  persons,
  showedNothing,
  formerWeeks,
}: PartysAccesses): string =>
  `| ${party} | ${accesses} | ${searches} | ${persons} | ${showedNothing.length} | ${Math.max(0, ...formerWeeks)} |`;

const faultLine = ({ kind, chain, sequence, upTo = sequence }: AccessCheck["faults"][number]): string =>
  `${chain}, post ${sequence === upTo ? sequence : `${sequence} till ${upTo}`}: ${faultNames.get(kind) ?? kind}`;

const faultNames: ReadonlyMap<string, string> = new Map([
  ["changed", "är inte vad hemvist skrev"],
  ["moved", "hör inte hemma där den ligger"],
  ["missing", "saknas"],
  ["cut", "saknas, och var de nyaste vid förra kontrollen"],
]);

const listed = (items: readonly string[]): readonly string[] => [
  ...items.slice(0, mostListed).map((item) => `- ${item}`),
  ...(items.length > mostListed ? [`- … ${items.length - mostListed} till, se \`check.json\``] : []),
];
