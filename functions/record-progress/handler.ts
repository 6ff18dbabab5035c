import { sealedRecords, signedOutlet, sqsDeadLetters } from "@hemvist/adapters";
import { assignmentsOf, deadLetterName, partiesOf, progressFrom } from "@hemvist/rules";
import {
  countedLetters,
  countRoom,
  decisionsTable,
  logRefused,
  messageSignatures,
  queueUrls,
  readMunicipality,
  readSettings,
  selfChecking,
  signatureSettings,
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
  ...signatureSettings,
  QUEUE_URLS: queueUrls(
    executors.flatMap((code) => [assignmentsOf(code), deadLetterName(progressFrom(code))]),
  ),
});

const { cases, marks, reads } = sealedRecords(settings, countRoom);
const deadLetters = countedLetters(sqsDeadLetters(settings.QUEUE_URLS));
const tokens = tokensBy(settings);
const signatures = messageSignatures(settings.PARTNER_KEYS);
const { outlet, outletReads } = signedOutlet(settings, logRefused);

export const handler = selfChecking({
  settings,
  marks,
  reads: {
    ...reads,
    ...outletReads,
    TOKEN_ISSUER: { keys: tokens.check },
    PARTNER_KEYS: { keys: signatures.check },
  },
  handler: recording({ municipality, cases, deadLetters, outlet, tokens, signatures, onUnreadable }),
});
