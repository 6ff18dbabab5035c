/**
 * A template as the emulator can resolve it. A user pool of CloudFormation has the attribute `ProviderURL`, and the
 * emulator's has `ProviderName` only, which is the same address without its scheme.
 */
export const withProviderName = (template: string): string =>
  JSON.stringify(JSON.parse(template), (name, value: unknown) =>
    name === "Value" ? addressOf(value) : value,
  );

const addressOf = (value: unknown): unknown => {
  const [, pool] = /^\{"Fn::GetAtt":\["(\w+)","ProviderURL"\]\}$/.exec(JSON.stringify(value)) ?? [];
  if (pool === undefined) return value;
  return { "Fn::Join": ["", ["https://", { "Fn::GetAtt": [pool, "ProviderName"] }]] };
};
