import { addresseesAmong } from "@hemvist/rules";
import { type Policies, type Policy, readPolicies } from "../../packages/local/permissions/policies.ts";
import { jsonOf, textOf } from "../../packages/local/templates/json.ts";
import { everyResource } from "../../packages/local/templates/known-resources.ts";
import { ACCOUNT } from "../../packages/local/templates/physical-names.ts";
import { outsideRole, region, type Templates } from "./templates.ts";

/** Who may ask AWS for something. */
export interface Principal {
  /** As the matrix names it. */
  readonly name: string;
  readonly arn: string;
  readonly identity: readonly Policy[];
  /** Its code, if it is a party. */
  readonly party?: string;
  /** What is so of each of its calls. */
  readonly context?: Readonly<Record<string, string>>;
}

const anything: readonly Policy[] = [
  { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] },
];

/**
 * Roles and people of the templates, each party's role, AWS's services, and those who should reach nothing. The account
 * of a party, or of a stranger, lets them do anything: only hemvist's own policies bound them.
 */
export const principalsIn = (templates: Templates): readonly Principal[] => {
  const policies = readPolicies(templates.assembly, templates.resolver);
  return [
    ...rolesIn(templates, policies),
    ...[...policies.managed].map(([name, policy]) => ({
      name: `people with ${name}`,
      arn: `arn:aws:iam::${ACCOUNT}:user/${name}`,
      identity: [policy],
    })),
    ...addresseesAmong(templates.parties).map((party) => ({
      name: "a party",
      arn: outsideRole(party),
      identity: anything,
      party,
    })),
    ...services(ACCOUNT).map(({ name, ...service }) => ({ name, ...service })),
    ...services("999999999999").map(({ name, ...service }) => ({
      ...service,
      name: `${name}, for a stranger`,
    })),
    {
      name: "a user of the account, by no policy",
      arn: `arn:aws:iam::${ACCOUNT}:user/without-a-policy`,
      identity: [],
    },
    { name: "a stranger", arn: "arn:aws:iam::999999999999:role/stranger", identity: anything },
  ];
};

const rolesIn = (templates: Templates, { roles }: Policies): readonly Principal[] => {
  const nameOf = roleNames(templates);
  return [...roles].map(([arn, { identity }]) => ({ name: nameOf(arn), arn, identity }));
};

/** A role by the function or the schedule that has it, or by its own name. */
export const roleNames = ({ assembly, resolver }: Templates): ((arn: string) => string) => {
  const used = new Map(
    everyResource(assembly).flatMap((resource) => {
      const properties = resolver.propertiesOf(resource);
      const name = resolver.names.nameOf(resource).replace(/^hemvist-/, "");
      switch (resource.type) {
        case "AWS::Lambda::Function":
          return [[textOf(properties["Role"]) ?? "", name] as const];
        case "AWS::Scheduler::Schedule":
          return [[textOf(jsonOf(properties["Target"])["RoleArn"]) ?? "", `schedule of ${name}`] as const];
        default:
          return [];
      }
    }),
  );
  return (arn) => used.get(arn) ?? arn.replace(/^.*\/(hemvist-(handoff-)?)?/, "").replace(/[0-9A-F]{8}$/, "");
};

/** Each service that hemvist has act in its own name, because of something in an account. */
const services = (account: string): readonly Principal[] => {
  const because = (arn: string) => ({ "aws:SourceAccount": account, "aws:SourceArn": arn });
  return [
    {
      name: "API Gateway",
      arn: "apigateway.amazonaws.com",
      context: because(
        `arn:aws:execute-api:${region}:${account}:hemvist-handoff-HttpApi4E1D4184/live/POST/v1/decisions`,
      ),
    },
    {
      name: "CloudWatch",
      arn: "cloudwatch.amazonaws.com",
      context: because(`arn:aws:cloudwatch:${region}:${account}:alarm:hemvist-hand-off-silent`),
    },
    {
      name: "CloudWatch Logs",
      arn: `logs.${region}.amazonaws.com`,
      context: {
        ...because(`arn:aws:logs:${region}:${account}:log-group:/aws/lambda/hemvist-hand-off`),
        "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:${region}:${account}:log-group:/aws/lambda/hemvist-hand-off`,
      },
    },
    {
      name: "EventBridge",
      arn: "events.amazonaws.com",
      context: because(`arn:aws:events:${region}:${account}:rule/r`),
    },
    {
      name: "SNS",
      arn: "sns.amazonaws.com",
      context: because(`arn:aws:sns:${region}:${account}:hemvist-alarms`),
    },
    { name: "SQS", arn: "sqs.amazonaws.com", context: because(`arn:aws:sqs:${region}:${account}:q`) },
    { name: "S3", arn: "s3.amazonaws.com", context: because("arn:aws:s3:::b") },
  ].map((service) => ({ ...service, identity: [] }));
};
