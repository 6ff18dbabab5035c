import { correlationIdOf, type OnUnreadable } from "@hemvist/casework";
import { count, log } from "@hemvist/runtime";

/** Logs and counts a record that cannot be read. The provider got 404 for it. An alarm watches the count. */
export const logUnreadable: OnUnreadable = (key, error) => {
  log.error("record unreadable, the provider got 404", error, { correlationid: correlationIdOf(key) });
  count("RecordsUnreadable");
};
