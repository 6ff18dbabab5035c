import { correlationIdOf, type OnUnreadable } from "@hemvist/casework";
import { count, log } from "@hemvist/runtime";

/** Logs and counts a record that an answer leaves out because it cannot be read. An alarm watches the count. */
export const logUnreadable: OnUnreadable = (key, error) => {
  log.error("record unreadable, the answer leaves it out", error, { correlationid: correlationIdOf(key) });
  count("RecordsUnreadable");
};
