const unknownTypes: ReadonlySet<string> = new Set([
  "AWS::CloudWatch::CompositeAlarm",
  "AWS::Logs::QueryDefinition",
]);

/**
 * A template without its composed alarms and saved queries: the emulator's CloudFormation does not know their types.
 * test/infra/alarms.test.ts reads the alarms' rules, and packages/local judges them. Only other composed alarms depend on
 * one. test/journeys/saved-queries.test.ts runs the queries.
 */
export function withoutComposedAlarms(template: string): string {
  const read: { readonly Resources?: Readonly<Record<string, { readonly Type: string }>> } =
    JSON.parse(template);
  const kept = Object.entries(read.Resources ?? {}).filter(([, { Type }]) => !unknownTypes.has(Type));
  return JSON.stringify({ ...read, Resources: Object.fromEntries(kept) });
}
