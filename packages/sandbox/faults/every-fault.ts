import type { Fault } from "./fault.ts";
import { bucketLost } from "./kinds/bucket-lost.ts";
import { clockOff } from "./kinds/clock-off.ts";
import { deadLetterGrowth } from "./kinds/dead-letter-growth.ts";
import { earlierKey } from "./kinds/earlier-key.ts";
import { flood } from "./kinds/flood.ts";
import { handedOnLate } from "./kinds/handed-on-late.ts";
import { keyPermissionGone } from "./kinds/key-permission-gone.ts";
import { kmsDown } from "./kinds/kms-down.ts";
import { lostOnTheWay } from "./kinds/lost-on-the-way.ts";
import { lostSetting } from "./kinds/lost-setting.ts";
import { mappingDisabled } from "./kinds/mapping-off.ts";
import { messagesLost } from "./kinds/messages-lost.ts";
import { modelReviewDue } from "./kinds/model-review-due.ts";
import { night } from "./kinds/night.ts";
import { partyUnsure } from "./kinds/party-unsure.ts";
import { poison } from "./kinds/poison.ts";
import { protectedSince } from "./kinds/protected-since.ts";
import { providerStopped } from "./kinds/provider-stopped.ts";
import { queueDeleted } from "./kinds/queue-deleted.ts";
import { queuePermissionGone } from "./kinds/queue-permission-gone.ts";
import { queueUnread } from "./kinds/queue-unread.ts";
import { reportsRefused } from "./kinds/reports-refused.ts";
import { restoredTable } from "./kinds/restored-table.ts";
import { sfQuiet } from "./kinds/sf-quiet.ts";
import { streamOff } from "./kinds/stream-off.ts";
import { tableThrottled } from "./kinds/table-throttled.ts";
import { twoPeople } from "./kinds/two-people.ts";

/** In the order of `--fault help`. */
export const everyFault: readonly Fault[] = [
  queuePermissionGone,
  queueDeleted,
  keyPermissionGone,
  bucketLost,
  restoredTable,
  providerStopped,
  sfQuiet,
  kmsDown,
  streamOff,
  tableThrottled,
  poison,
  flood,
  lostSetting,
  clockOff,
  deadLetterGrowth,
  queueUnread,
  mappingDisabled,
  handedOnLate,
  reportsRefused,
  modelReviewDue,
  night,
  lostOnTheWay,
  messagesLost,
  partyUnsure,
  protectedSince,
  twoPeople,
  earlierKey,
];
