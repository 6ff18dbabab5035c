import type { SQSRecord } from "aws-lambda";

/** Watches which batches are under way at the same time. */
export function underWay() {
  const groups: string[] = [];
  let [now, most, isShared] = [0, 0, false];
  const groupsOf = (records: readonly SQSRecord[]): ReadonlySet<string> =>
    new Set(records.map(({ attributes }) => attributes.MessageGroupId ?? ""));
  return {
    begin(records: readonly SQSRecord[]): void {
      now += 1;
      most = Math.max(most, now);
      for (const group of groupsOf(records)) {
        isShared ||= groups.includes(group);
        groups.push(group);
      }
    },
    end(records: readonly SQSRecord[]): void {
      now -= 1;
      for (const group of groupsOf(records)) groups.splice(groups.indexOf(group), 1);
    },
    most: () => most,
    isGroupShared: () => isShared,
  };
}
