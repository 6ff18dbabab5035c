import { caseReads, queueReads, sealedRecords, sealRead, sqsDeadLetters, sqsOutlet } from "@hemvist/adapters";
import { assignmentsOf, deadLetterName, partiesOf, progressFrom } from "@hemvist/rules";
import {
  accessTokens,
  countedLetters,
  countRoom,
  decisionsTable,
  issuerIn,
  logRefused,
  queueUrls,
  readMunicipality,
  readSettings,
  selfChecking,
  tokenIssuer,
} from "@hemvist/runtime";
import { recording } from "./two-ways.ts";

const municipality = readMunicipality();
const { executors } = partiesOf(municipality);

const settings = readSettings({
  ...decisionsTable,
  ...tokenIssuer,
  QUEUE_URLS: queueUrls(
    executors.flatMap((code) => [assignmentsOf(code), deadLetterName(progressFrom(code))]),
  ),
});

const { cases, seal } = sealedRecords(settings, countRoom);
const deadLetters = countedLetters(sqsDeadLetters(settings.QUEUE_URLS));
const tokens = accessTokens(issuerIn(settings));
const outlet = sqsOutlet(settings.QUEUE_URLS, { onRefused: logRefused });

export const handler = selfChecking({
  settings,
  reads: {
    TABLE_NAME: { decisions: caseReads(cases).decisions },
    RECORD_KEY_ID: { seal: sealRead(seal) },
    QUEUE_URLS: queueReads(settings.QUEUE_URLS),
    TOKEN_ISSUER: { keys: tokens.check },
  },
  handler: recording({ municipality, cases, deadLetters, outlet, tokens }),
});
