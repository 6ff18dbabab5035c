/**
 * A template without its composed alarms: the emulator's CloudFormation does not know their type. test/infra/alarms.test.ts
 * reads their rules, and packages/local judges them. Only other composed alarms depend on one.
 */
export function withoutComposedAlarms(template: string): string {
  const read: { readonly Resources?: Readonly<Record<string, { readonly Type: string }>> } =
    JSON.parse(template);
  const kept = Object.entries(read.Resources ?? {}).filter(
    ([, { Type }]) => Type !== "AWS::CloudWatch::CompositeAlarm",
  );
  return JSON.stringify({ ...read, Resources: Object.fromEntries(kept) });
}
