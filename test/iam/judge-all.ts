import { type Policy, readPolicies } from "../../packages/local/permissions/policies.ts";
import { jsonOf } from "../../packages/local/templates/json.ts";
import { everyResource } from "../../packages/local/templates/known-resources.ts";
import { ACCOUNT } from "../../packages/local/templates/physical-names.ts";
import { judgeByIam } from "../../packages/sandbox/permissions/iam-judge.ts";
import { type Asked, actionsOn } from "./actions.ts";
import { type Principal, principalsIn } from "./principals.ts";
import { type JudgedResource, resourcesIn } from "./resources.ts";
import { region, type Templates } from "./templates.ts";
import { namedFor } from "./who-is-named.ts";

/** A question with the answer yes. */
export interface Grant {
  readonly principal: Principal;
  readonly resource: JudgedResource;
  readonly asked: Asked;
}

export interface Judged {
  /** How many questions there are: principal × action × resource, in each circumstance. */
  readonly cells: number;
  readonly grants: readonly Grant[];
  readonly principals: readonly Principal[];
  readonly resources: readonly JudgedResource[];
  /** Grants that hold without TLS too. */
  readonly withoutTls: readonly Grant[];
}

export interface Asking {
  /** Asks also where no policy names the action for the principal. */
  readonly whole?: boolean;
  readonly only?: (principal: Principal) => boolean;
}

/** Asks the judge about every principal, action and resource of the templates. */
export const judgeAll = async (
  templates: Templates,
  { whole = false, only = () => true }: Asking = {},
): Promise<Judged> => {
  const { ofResources } = readPolicies(templates.assembly, templates.resolver);
  const principals = principalsIn(templates).filter(only);
  const resources = resourcesIn(templates);
  const trust = trustIn(templates);
  const grants: Grant[] = [];
  const withoutTls: Grant[] = [];
  let cells = 0;
  for (const resource of resources) {
    const asks = await actionsOn(resource.type);
    const resourcePolicy =
      trust.get(resource.arn) ?? ofResources.get(resource.arn.replace(/^(arn:aws:s3:::[^/]+)\/.*$/, "$1"));
    for (const principal of principals) {
      cells += asks.length;
      const isNamed = whole ? () => true : namedFor(principal, resourcePolicy);
      for (const asked of asks.filter(({ action }) => isNamed(action))) {
        const question = { principal, resource, asked, resourcePolicy };
        if (!(await isAllowed(question))) continue;
        grants.push({ principal, resource, asked });
        if (demandsTls(resource) && (await isAllowed({ ...question, overTls: false })))
          withoutTls.push({ principal, resource, asked });
      }
    }
  }
  return { cells, grants, principals, resources, withoutTls };
};

/** Those whose policy can refuse a call in the clear. Other services take no such call at all. */
const demandsTls = ({ type }: JudgedResource): boolean =>
  /^(sqs:queue|sns:topic|s3:(bucket|object))$/.test(type);

const trustIn = ({ assembly, resolver }: Templates): ReadonlyMap<string, Policy> =>
  new Map(
    everyResource(assembly)
      .filter(({ type }) => type === "AWS::IAM::Role")
      .map((role) => [
        resolver.names.attribute(role, "Arn"),
        jsonOf(resolver.propertiesOf(role)["AssumeRolePolicyDocument"]),
      ]),
  );

const isAllowed = async ({
  principal,
  resource,
  asked,
  resourcePolicy,
  overTls = true,
}: Grant & {
  readonly resourcePolicy: Policy | undefined;
  readonly overTls?: boolean;
}): Promise<boolean> => {
  const isService = !principal.arn.startsWith("arn:");
  const verdict = await judgeByIam({
    principal: principal.arn,
    action: asked.action,
    resource: resource.arn,
    account: ACCOUNT,
    context: {
      ...(isService
        ? {}
        : { "aws:PrincipalArn": principal.arn, "aws:PrincipalAccount": principal.arn.split(":")[4] ?? "" }),
      "aws:PrincipalIsAWSService": String(isService),
      "aws:RequestedRegion": region,
      "aws:ResourceAccount": ACCOUNT,
      "aws:SecureTransport": String(overTls),
      ...principal.context,
      ...asked.context,
    },
    identityPolicies: principal.identity,
    ...(resourcePolicy === undefined ? {} : { resourcePolicy }),
  });
  return verdict === "allowed";
};
