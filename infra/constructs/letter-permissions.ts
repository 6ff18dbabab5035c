import type { Role } from "aws-cdk-lib/aws-iam";
import {
  mayDerive,
  mayLook,
  mayQuery,
  mayRead,
  mayReadAll,
  mayReadObjects,
  mayReadSent,
  mayRemove,
  maySendToAll,
} from "../permissions.ts";
import { everyDeadLetterQueue, everyDeadLetterQueueOf, everyQueueOf, everyTraffic } from "../queue-names.ts";
import type { RecordsStack } from "../stacks/records-stack.ts";

/**
 * What handling letters takes: for `functions/operate`, and for the break-glass role when that function is down. It reads
 * the records to judge a letter, looks into what lies aside, and sends it, signed where its party checks that, or
 * removes it.
 */
export function mayHandleLetters(role: Role, records: RecordsStack): void {
  mayReadAll(role, records.table);
  mayRead(role, records.table);
  mayQuery(role, { table: records.table, indexes: ["person", "former", "first"] });
  mayDerive(role, records.recordKey);
  mayDerive(role, records.signatureKey);
  mayReadSent(role, records.sentMessages);
  mayReadObjects(role, records.failedRecords);
  mayLook(role, { queues, deadLetters: everyDeadLetterQueue });
  mayRemove(role, everyDeadLetterQueue);
  maySendToAll(role, { like: queues, butNot: everyTraffic.map(everyDeadLetterQueueOf) });
}

const queues = everyTraffic.map(everyQueueOf);
