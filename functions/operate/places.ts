import type { Places } from "@hemvist/operations";

interface Settings {
  readonly TABLE_NAME: string;
  readonly SENT_TABLE_NAME: string;
  readonly FAILED_RECORDS_BUCKET: string;
  readonly JOURNAL_BUCKET: string;
  readonly ACCESS_LOG_BUCKET: string;
}

/** What the acts work on, by the function's settings. */
export const placesIn = (settings: Settings): Places => ({
  decisions: settings.TABLE_NAME,
  sentMessages: settings.SENT_TABLE_NAME,
  failedRecords: settings.FAILED_RECORDS_BUCKET,
  journal: settings.JOURNAL_BUCKET,
  accessLog: settings.ACCESS_LOG_BUCKET,
});
