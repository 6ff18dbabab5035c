import { kmsPseudonyms, sealedRecords, signedOutlet, sqsDeadLetters } from "@hemvist/adapters";
import { deadLetterName, decisionsFrom, inboxOf, partiesOf } from "@hemvist/rules";
import {
  countedLetters,
  countRoom,
  decisionsTable,
  keyId,
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
import { receiving } from "./two-ways.ts";

const municipality = readMunicipality();
const { administrations } = partiesOf(municipality);
const written = administrations.flatMap((code) => [inboxOf(code), deadLetterName(decisionsFrom(code))]);

const settings = readSettings({
  ...decisionsTable,
  ...tokenIssuer,
  ...signatureSettings,
  PSEUDONYM_KEY_ID: keyId,
  QUEUE_URLS: queueUrls(written),
});

const { cases, marks, reads, heard } = sealedRecords(settings, countRoom);
const pseudonyms = kmsPseudonyms(settings.PSEUDONYM_KEY_ID);
const deadLetters = countedLetters(sqsDeadLetters(settings.QUEUE_URLS));
const tokens = tokensBy(settings);
const signatures = messageSignatures(settings.PARTNER_KEYS);
const { outletReads, ...out } = signedOutlet(settings, logRefused);

export const handler = selfChecking({
  settings,
  marks,
  reads: {
    ...reads,
    PSEUDONYM_KEY_ID: { pseudonym: pseudonyms.check },
    ...outletReads,
    TOKEN_ISSUER: { keys: tokens.check },
    PARTNER_KEYS: { keys: signatures.check },
  },
  handler: receiving({ municipality, cases, pseudonyms, deadLetters, tokens, signatures, heard, ...out }),
});
