import { queueReads, sealedRecords, sqsDeadLetters, sqsOutlet } from "@hemvist/adapters";
import { assignmentsOf, deadLetterName, partiesOf, progressFrom } from "@hemvist/rules";
import {
  countedLetters,
  countRoom,
  decisionsTable,
  logRefused,
  messageSignatures,
  partnerKeys,
  queueUrls,
  readMunicipality,
  readSettings,
  selfChecking,
  tokenIssuer,
  tokensBy,
} from "@hemvist/runtime";
import { logUnreadable as onUnreadable } from "./log-unreadable.ts";
import { recording } from "./two-ways.ts";

const municipality = readMunicipality();
const { executors } = partiesOf(municipality);

const settings = readSettings({
  ...decisionsTable,
  ...tokenIssuer,
  ...partnerKeys,
  QUEUE_URLS: queueUrls(
    executors.flatMap((code) => [assignmentsOf(code), deadLetterName(progressFrom(code))]),
  ),
});

const { cases, marks, reads } = sealedRecords(settings, countRoom);
const deadLetters = countedLetters(sqsDeadLetters(settings.QUEUE_URLS));
const tokens = tokensBy(settings);
const signatures = messageSignatures(settings.PARTNER_KEYS);
const outlet = sqsOutlet(settings.QUEUE_URLS, { onRefused: logRefused });

export const handler = selfChecking({
  settings,
  marks,
  reads: {
    ...reads,
    QUEUE_URLS: queueReads(settings.QUEUE_URLS),
    TOKEN_ISSUER: { keys: tokens.check },
    PARTNER_KEYS: { keys: signatures.check },
  },
  handler: recording({ municipality, cases, deadLetters, outlet, tokens, signatures, onUnreadable }),
});
