import {
  caseReads,
  kmsPseudonyms,
  noKey,
  queueReads,
  sealedRecords,
  sealRead,
  sqsDeadLetters,
  sqsOutlet,
} from "@hemvist/adapters";
import { deadLetterName, decisionsFrom, inboxOf, partiesOf } from "@hemvist/rules";
import {
  accessTokens,
  countedLetters,
  countRoom,
  decisionsTable,
  issuerIn,
  keyId,
  logRefused,
  queueUrls,
  readMunicipality,
  readSettings,
  selfChecking,
  tokenIssuer,
} from "@hemvist/runtime";
import { receiving } from "./two-ways.ts";

const municipality = readMunicipality();
const { administrations } = partiesOf(municipality);

const settings = readSettings({
  ...decisionsTable,
  ...tokenIssuer,
  PSEUDONYM_KEY_ID: keyId,
  QUEUE_URLS: queueUrls(
    administrations.flatMap((code) => [inboxOf(code), deadLetterName(decisionsFrom(code))]),
  ),
});

const { cases, seal } = sealedRecords(settings, countRoom);
const pseudonyms = kmsPseudonyms(settings.PSEUDONYM_KEY_ID);
const deadLetters = countedLetters(sqsDeadLetters(settings.QUEUE_URLS));
const tokens = accessTokens(issuerIn(settings));
const outlet = sqsOutlet(settings.QUEUE_URLS, { onRefused: logRefused });

export const handler = selfChecking({
  settings,
  reads: {
    TABLE_NAME: { decisions: caseReads(cases).decisions },
    RECORD_KEY_ID: { seal: sealRead(seal) },
    PSEUDONYM_KEY_ID: { pseudonym: () => pseudonyms.ofNumber(noKey) },
    QUEUE_URLS: queueReads(settings.QUEUE_URLS),
    TOKEN_ISSUER: { keys: tokens.check },
  },
  handler: receiving({ municipality, cases, pseudonyms, deadLetters, outlet, tokens }),
});
