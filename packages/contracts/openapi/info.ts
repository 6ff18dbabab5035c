import type { Municipality } from "@hemvist/rules";

const descriptionOf = ({
  administrationsInText: { sv, en },
}: Municipality) => `Carries decisions on work rehabilitation from ${en} (SF) to those who
carry out their interventions, and reports progress back.

*Förmedlar beslut om arbetsrehabilitering från ${sv} till den som utför insatserna,
och skickar tillbaka hur det går.*

**Authentication / Autentisering.** None yet: parties get OAuth clients of their own in a later version
(\`Authorization: Bearer\`). Until then the API answers only addresses that operations have let in, and none at all
in production.

**Data model / Datamodell.** The schemas below are generated from those that the service reads with. A field that
is not among them is refused, with a pointer to it. An optional field that is \`null\` counts as absent. Messages are
JSON in UTF-8. Dates are days in Europe/Stockholm (\`YYYY-MM-DD\`), and last days
are inclusive; instants are RFC 3339, accepted in any offset and answered in UTC. No identity number stands in any
URL.

**Idempotency / Idempotens.** The same message may be sent any number of times, and gets the same answer. A decision
is known by its administration, id and revision, a progress report by its \`progressId\`. UUIDs are compared without
case.

**Errors / Fel.** \`application/problem+json\` (RFC 9457) for every one, in Swedish and English. A message that cannot
be read is answered with all of its faults at once, at most 50. The gateway itself may also answer 403, 429, 502 and 504 in the
same form; after 429 and 5xx, send the same message again.

**Life cycle / Livscykel.** Semantic versioning; the major version stands in the path. Minor versions only add. No
date is set for taking version 1 out of use; when one is, it is told here and in \`/v1/api-info\` at least six months
ahead.

**Service level / Servicenivå.** Open source: whoever runs the service sets it. No message that has been answered
with 200 or 202 is lost.

**Known limitations / Kända begränsningar.** A message is at most 64 KiB, a decision holds at most 20 interventions.
The activity requirement (SFS 2026:730) is not among the rules yet. Agreements of SoB, providers and services are
examples, since the city's own are not published.

**Terms of use / Användarvillkor.** All content is under secrecy (26 kap. OSL). A search for a person states its
purpose and is documented.`;

export const infoOf = (municipality: Municipality) => ({
  title: "hemvist",
  version: "1.0.0",
  summary: "Decisions in, progress back, and what became of them",
  description: descriptionOf(municipality),
  contact: {
    name: "Those who run hemvist / Förvaltare av hemvist",
    url: municipality.website,
  },
  license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
  "x-api-status": "active",
});

export const tags = [
  { name: "decisions", description: "SF's decisions, and what came of them / Beslut" },
  { name: "assignments", description: "What providers carry out / Uppdrag" },
  { name: "persons", description: "All of a person's interventions / En persons insatser" },
  { name: "models", description: "The governance model as data / Styrmodellen som data" },
  { name: "about", description: "The API itself / Om API:et" },
];
