import { assignmentIdOf } from "@hemvist/casework";
import type { RunningSystem } from "@hemvist/local";
import { assignmentsOf, type Bilingual, inboxOf, instantOf, physicalName } from "@hemvist/rules";
import type { Client } from "../parties/access-token.ts";
import { clientOf } from "../parties/parties.ts";
import { tryItFile } from "../samples/samples.ts";

/** A kind of reader, and commands to copy. */
export interface ToTry {
  readonly reader: Bilingual;
  readonly says: Bilingual;
  readonly commands: readonly string[];
}

const provider = "kompetenscenter";
const administration = "sf-centrum";
const assignmentId = assignmentIdOf({ administration, decisionId: "SFC-2026-TRY-IT" }, "1");

/** What each kind of reader may want to do first. */
export function whatToTry({
  system,
  isEmpty,
}: {
  readonly system: Pick<RunningSystem, "apiUrl" | "clientFor" | "now">;
  readonly isEmpty: boolean;
}): readonly ToTry[] {
  const { apiUrl } = system;
  const post = (path: string, body: string, headers = ""): string =>
    `curl -i${headers} -H 'Content-Type: application/json' -d ${body} ${apiUrl}${path}`;
  const postAs = (party: string, path: string, body: string): readonly string[] => [
    fetchToken(clientOf(system, party)),
    post(path, body, ' -H "Authorization: Bearer $TOKEN"'),
  ];
  const look = (queue: string): string => `curl ${apiUrl}/_sandbox/queues/${physicalName(queue)}`;
  const { endpoint, region, credentials } = system.clientFor("operator");
  return [
    {
      reader: { sv: "Du som utvecklar ett verksamhetssystem", en: "You develop a case system" },
      says: {
        sv: "Skicka ett beslut, och läs sedan vad förvaltningen får tillbaka.",
        en: "Send a decision, then read what the administration gets back.",
      },
      commands: [...postAs(administration, "/v1/decisions", `@${tryItFile}`), look(inboxOf(administration))],
    },
    {
      reader: { sv: "Du som utvecklar en utförares system", en: "You develop a provider's system" },
      says: isEmpty
        ? {
            sv: "Läs uppdragen på kön när ett beslut är skickat, och svara på ett.",
            en: "Read the assignments on the queue once a decision has been sent, and answer one.",
          }
        : {
            sv: "Starta med --empty. Då svarar ingen annan på uppdragen. Läs dem på kön och svara på ett.",
            en: "Start with --empty. Nothing else answers the assignments then. Read them on the queue and answer one.",
          },
      commands: [
        look(assignmentsOf(provider)),
        ...postAs(
          provider,
          `/v1/assignments/${assignmentId}/progress`,
          `'${JSON.stringify({
            progressId: "5b3f7c1e-0d7a-4f0e-9a64-1f2d3c4b5a69",
            assignmentId,
            status: "received",
            occurredAt: instantOf(Date.parse(system.now())),
          })}'`,
        ),
      ],
    },
    {
      reader: { sv: "Du som driftar", en: "You operate the system" },
      says: {
        sv: "I ett annat fönster: det här är den körande hemvist som kommandona ska gälla.",
        en: "In another terminal: this is the running hemvist that the commands are about.",
      },
      commands: [
        `export AWS_ENDPOINT_URL=${endpoint} AWS_REGION=${region} AWS_ACCESS_KEY_ID=${credentials.accessKeyId} AWS_SECRET_ACCESS_KEY=${credentials.secretAccessKey}`,
        "npm run --silent ops -- dead-letters",
      ],
    },
    {
      reader: { sv: "Du som granskar", en: "You audit" },
      says: {
        sv: "Flytta klockan till efter kvartalet, och läs rapporten om ej verkställda beslut.",
        en: "Move the clock past the quarter, and read the report on what was not carried out.",
      },
      commands: [
        post("/_sandbox/clock", `'${JSON.stringify({ by: "P3M" })}'`),
        post(
          "/_sandbox/reports",
          `'${JSON.stringify({ kind: "not-carried-out", period: quarterOf(system.now()) })}'`,
        ),
      ],
    },
  ];
}

/** A shell's line that fetches a token and keeps it. */
const fetchToken = ({ tokenUrl, clientId, clientSecret }: Client): string =>
  `TOKEN=$(curl -s -u ${clientId}:${clientSecret} -d grant_type=client_credentials ${tokenUrl} | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')`;

/** The quarter that an instant lies in, as reports name it: `2026Q4`. */
const quarterOf = (instant: string): string =>
  `${instant.slice(0, 4)}Q${Math.ceil(Number(instant.slice(5, 7)) / 3)}`;
