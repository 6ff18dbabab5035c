import type { Municipality } from "@hemvist/rules";

const descriptionOf = ({
  administrationsInText: { sv, en },
}: Municipality) => `Carries decisions on work rehabilitation from ${en} (SF) to the
providers that carry out their interventions, and reports progress back.

*Förmedlar beslut om arbetsrehabilitering från ${sv} till den som utför insatserna,
och skickar tillbaka hur det går.*

**Authentication / Autentisering.** Each party has an OAuth 2 client of its own. It fetches a token by client
credentials and sends it in \`Authorization: Bearer\`. A token holds for five minutes. Its scope
\`hemvist/party.<code>\` says which party calls, and nothing else does. Each operation names the scope that it needs.
What a party may not see does not exist for it: the answer is the same 404. \`/v1/api-info\`, \`/v1/jwks.json\` and
this document need no token.

**Signatures / Signaturer.** On queues, a party can sign what it sends, and hemvist what it sends to the party. Both ways
the signature is a detached JWS in the message attribute \`signature\`, over the body as it is sent, with the queue's ARN
in \`aud\`. hemvist's public keys are at \`/v1/jwks.json\`. / En part kan signera det den skickar på sina köer, och hemvist
det som skickas till parten. Åt båda hållen är signaturen en fristående JWS i meddelandets attribut \`signature\`, över
meddelandet så som det skickas, med köns ARN i \`aud\`. hemvists publika nycklar finns på \`/v1/jwks.json\`.

**Data model / Datamodell.** The service reads with the schemas below. It refuses a field that is not among them, with
a pointer to the field. An optional field that is \`null\` counts as absent. Messages are JSON in UTF-8. Dates are days
in Europe/Stockholm (\`YYYY-MM-DD\`), and last days are inclusive. Instants are RFC 3339. The service accepts them in any
offset, and answers in UTC. No URL holds an identity number.

**Idempotency / Idempotens.** You may send the same message any number of times, and get the same answer. The service
recognises a decision by its administration, id and revision, and a progress report by its \`progressId\`. It compares
UUIDs without case.

**Errors / Fel.** Every error is \`application/problem+json\` (RFC 9457), in Swedish and English. The answer to a message
that cannot be read has all of its faults at once, at most 50. The gateway itself may also answer 403, 429, 502 and 504
in the same form. After 429 and 5xx, send the same message again.

**Life cycle / Livscykel.** Semantic versioning, with the major version in the path. Minor versions only add. There is
no date for taking version 1 out of use. When there is one, this page and \`/v1/api-info\` say so at least six months
ahead.

**Service level / Servicenivå.** This is open source: the organisation that runs the service sets it. A message with the
answer 200 or 202 is never lost.

**Limits / Gränser.** A body has at most 64 KiB (\`x-limits\`); a larger one gets 413. The address and the headers
together have at most 10,240 bytes, which is API Gateway's own limit; the gateway refuses more before hemvist sees it. A
name in an address has at most 256 characters; a longer one gets 404. An answer has at most 6 MB. There are no pages: an
operation answers with one decision, one assignment or one person. All callers together may make 50 calls a second, and
100 at once; a stage may set other numbers. Above that, a call gets 429 \`too-many-calls\`. A provider may send 20 reports
and 5 proposals a day about one assignment, and 500 and 50 in all; above that it gets 429 \`too-many\`.

**Known limitations / Kända begränsningar.** A decision holds at most 20 interventions. The activity requirement (SFS
2026:730) is not among the rules yet. The city has not published its agreements of SoB, its providers and its services.
Those here are examples.

**Terms of use / Användarvillkor.** All content is under secrecy (26 kap. OSL). A search for a person states its
purpose, and is documented.`;

export const infoOf = (municipality: Municipality) => ({
  title: "hemvist",
  version: "1.0.0",
  summary: "Decisions in, progress and outcomes back",
  description: descriptionOf(municipality),
  contact: {
    name: "Those who run hemvist / Förvaltare av hemvist",
    url: municipality.website,
  },
  license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
  "x-api-status": "active",
});

export const tags = [
  { name: "decisions", description: "SF's decisions, and their outcomes / Beslut" },
  { name: "assignments", description: "What providers carry out / Uppdrag" },
  { name: "persons", description: "All of a person's interventions / En persons insatser" },
  { name: "models", description: "The governance model as data / Styrmodellen som data" },
  { name: "about", description: "The API itself / Om API:et" },
];
