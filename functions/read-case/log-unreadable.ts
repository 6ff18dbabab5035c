import { correlationIdOf, type OnUnreadable } from "@hemvist/casework";
import { count, log } from "@hemvist/runtime";

/** Logs and counts a record that a person search leaves out because it cannot be read. An alarm watches the count. */
export const logUnreadable: OnUnreadable = (key, error) => {
  log.error("record unreadable, the search leaves it out", error, { decision: correlationIdOf(key) });
  count("RecordsUnreadable");
};
