import { type App, CfnResource, Stack, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks, type NagPack, NIST80053R5Checks, ServerlessChecks } from "cdk-nag";
import type { IConstruct } from "constructs";
import type { Synthesised } from "../synthesised.ts";
import type { Finding } from "./finding.ts";

const packs: readonly (new (app: App) => NagPack)[] = [
  AwsSolutionsChecks,
  ServerlessChecks,
  NIST80053R5Checks,
];

/** What the three packs of cdk-nag find, nothing left out. */
export function findingsOfPacks({ app, all }: Pick<Synthesised, "app" | "all">): readonly Finding[] {
  refuseSilenced(app);
  const byPlace = new Map(all.map((resource) => [`${resource.stack}/${resource.id}`, resource]));
  const resourceAt = new Map(
    app.node
      .findAll()
      .filter(CfnResource.isCfnResource)
      .map((one) => [one.node.path, byPlace.get(placeOf(one))]),
  );
  return packs.flatMap((Pack) => {
    const pack = new Pack(app);
    return pack.validateScope(app).violations.flatMap(({ ruleName, violatingResources }) => {
      const [, rule = ruleName, detail] = /^([^[]+)\[(.+)\]$/.exec(ruleName) ?? [];
      return violatingResources.map(({ constructPath = "" }) => {
        const resource = resourceAt.get(constructPath);
        if (resource === undefined) throw new Error(`${ruleName}: no resource at ${constructPath}`);
        return {
          pack: pack.readPackName,
          rule,
          resource,
          ...(detail === undefined ? {} : { detail: withoutAccount(detail) }),
        };
      });
    });
  });
}

const placeOf = (resource: CfnResource): string => {
  const stack = Stack.of(resource);
  return `${stack.stackName}/${stack.resolve(resource.logicalId)}`;
};

/** cdk-nag names a resource of another stack by its export, and a queue by its account. */
const withoutAccount = (detail: string): string =>
  detail
    .replace(/:\d{12}:/, ":‹account›:")
    .replace(/[\w-]+:ExportsOutputFnGetAtt(\w+?)[0-9A-F]{8}Arn[0-9A-F]{8}/, "$1");

/** cdk-nag leaves out what a construct acknowledges. Every reason stands here instead, beside its assertion. */
function refuseSilenced(app: App): void {
  const silenced = app.node
    .findAll()
    .flatMap((one: IConstruct) =>
      one.node.metadata
        .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
        .flatMap(({ data }) => Object.keys(data as object).map((id) => `${one.node.path}: ${id}`)),
    )
    .filter((id) => /AwsSolutions|Serverless|NIST/.test(id));
  if (silenced.length > 0)
    throw new Error(`Acknowledged past test/infra/nag/acknowledged:\n${silenced.join("\n")}`);
}
