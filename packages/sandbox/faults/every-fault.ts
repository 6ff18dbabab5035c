import type { Fault } from "./fault.ts";
import { bucketLost } from "./kinds/bucket-lost.ts";
import { clockOff } from "./kinds/clock-off.ts";
import { deadLetterGrowth } from "./kinds/dead-letter-growth.ts";
import { flood } from "./kinds/flood.ts";
import { keyPermissionGone } from "./kinds/key-permission-gone.ts";
import { kmsDown } from "./kinds/kms-down.ts";
import { lostSetting } from "./kinds/lost-setting.ts";
import { poison } from "./kinds/poison.ts";
import { providerStopped } from "./kinds/provider-stopped.ts";
import { queueDeleted } from "./kinds/queue-deleted.ts";
import { queuePermissionGone } from "./kinds/queue-permission-gone.ts";
import { restoredTable } from "./kinds/restored-table.ts";
import { sfQuiet } from "./kinds/sf-quiet.ts";
import { streamOff } from "./kinds/stream-off.ts";
import { tableThrottled } from "./kinds/table-throttled.ts";

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
];
