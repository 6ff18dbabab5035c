import { bucketRead } from "@hemvist/adapters";
import type { Places } from "@hemvist/operations";
import { bucketName, tableName } from "@hemvist/runtime";

/** The settings of these places, but for the table of decisions, which every function has. */
export const placeSettings = {
  SENT_TABLE_NAME: tableName,
  FAILED_RECORDS_BUCKET: bucketName,
  JOURNAL_BUCKET: bucketName,
  ACCESS_LOG_BUCKET: bucketName,
};

type Settings = Readonly<Record<keyof typeof placeSettings | "TABLE_NAME", string>>;

/** What the acts work on, by the function's settings. */
export const placesIn = (settings: Settings): Places => ({
  decisions: settings.TABLE_NAME,
  sentMessages: settings.SENT_TABLE_NAME,
  failedRecords: settings.FAILED_RECORDS_BUCKET,
  journal: settings.JOURNAL_BUCKET,
  accessLog: settings.ACCESS_LOG_BUCKET,
});

/** What a self-check reads of the two buckets that need nothing else. */
export const placeReads = ({ FAILED_RECORDS_BUCKET, JOURNAL_BUCKET }: Settings) => ({
  FAILED_RECORDS_BUCKET: { records: bucketRead(FAILED_RECORDS_BUCKET) },
  JOURNAL_BUCKET: { entries: bucketRead(JOURNAL_BUCKET) },
});
