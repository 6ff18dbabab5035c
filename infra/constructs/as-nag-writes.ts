/**
 * The buckets of `hemvist-records`. cdk-nag names a resource of another stack by its export, so the id of an
 * acknowledgement holds it.
 */
export const asNagWrites = {
  failedRecords: "hemvist-records:ExportsOutputFnGetAttFailedRecordsDEC8AD7EArn0700AC87",
  journal: "hemvist-records:ExportsOutputFnGetAttJournalAE8C44B2Arn8FBFE2CC",
  reports: "hemvist-records:ExportsOutputFnGetAttReports65402A0AArn549BAC56",
};
