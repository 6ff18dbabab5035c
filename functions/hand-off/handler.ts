import {
  caseReads,
  dynamoSentMessages,
  dynamoSetAside,
  sealedRecords,
  sealRead,
  sentRead,
  signedOutlet,
} from "@hemvist/adapters";
import { assignmentsOf, inboxOf, instantOf, partiesOf, trialParty } from "@hemvist/rules";
import {
  decisionsTable,
  logRefused,
  messageSigning,
  queueUrls,
  readMunicipality,
  readSettings,
  selfChecking,
  tableName,
} from "@hemvist/runtime";
import { deliver } from "./deliver.ts";

const { administrations, executors, listeners } = partiesOf(readMunicipality());
const inboxes = [...administrations, ...listeners, trialParty].map(inboxOf);

const settings = readSettings({
  ...decisionsTable,
  ...messageSigning,
  SENT_TABLE_NAME: tableName,
  QUEUE_URLS: queueUrls([...[...executors, trialParty].map(assignmentsOf), ...inboxes]),
});

const { cases, seal, marks } = sealedRecords(settings);
const sentMessages = dynamoSentMessages(settings.SENT_TABLE_NAME, seal);
const aside = dynamoSetAside(settings.SENT_TABLE_NAME);
const { outlet, outletReads } = signedOutlet(settings, logRefused);

export const handler = selfChecking({
  settings,
  marks,
  reads: {
    TABLE_NAME: { decisions: caseReads(cases).decisions },
    RECORD_KEY_ID: { seal: sealRead(seal) },
    SENT_TABLE_NAME: { sent: sentRead(sentMessages) },
    ...outletReads,
  },
  // The only function that reads a clock: for when a message was sent, and how old a record is (ADR 39).
  handler: deliver({ cases, seal, outlet, sentMessages, aside, now: () => instantOf(Date.now()) }),
});
