import type { Parties } from "@hemvist/rules";
import { App, type Stack, Validations } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import type { deployments } from "../../infra/deployments.ts";
import { featureFlags } from "../../infra/feature-flags.ts";
import { addHemvist } from "../../infra/hemvist.ts";
import { type Settings, type Stage, settingsFor } from "../../infra/settings.ts";

export interface Resource {
  readonly stack: string;
  readonly id: string;
  readonly type: string;
  readonly properties: Record<string, unknown>;
  readonly deletionPolicy?: string;
  readonly updateReplacePolicy?: string;
  /** The logical ids of what must stand before it. */
  readonly after: readonly string[];
}

/** The resources of several templates, and what points at what among them. */
export interface Resources {
  readonly all: readonly Resource[];
  readonly of: (type: string) => readonly Resource[];
  readonly theOnly: (type: string) => Resource;
  /** What a `Ref`, `Fn::GetAtt` or `Fn::ImportValue` points at, in whatever stack it is. */
  readonly pointedAt: (reference: unknown) => Resource;
  /** Whom a function's caller calls: a `live` alias, and nothing less. */
  readonly calledBy: (reference: unknown) => Called;
}

export interface Synthesised extends Resources {
  readonly app: App;
  /** Each template as it is written, by its stack's name. */
  readonly templates: ReadonlyMap<string, TemplateJson>;
  /** The account and region that each stack is for, as the assembly tells the CDK's command line. */
  readonly environments: ReadonlyMap<string, string>;
  /** After which stacks each is deployed. */
  readonly dependencies: ReadonlyMap<string, readonly string[]>;
}

export interface Called {
  readonly alias: Resource;
  /** The properties of the function behind it. */
  readonly properties: Record<string, unknown>;
}

/** What a city would have written in infra/deployments.ts, with the account numbers of AWS's own examples. */
export const written: typeof deployments = {
  test: {
    account: "444455556666",
    allowedSourceRanges: ["192.0.2.0/24", "198.51.100.7/32"],
    decisionsTables: ["decisions"],
  },
  production: {
    account: "111122223333",
    alarmEmail: "operations@example.org",
    noticeEmail: "notices@example.org",
    runbooksAt: "https://forge.example.org/hemvist/docs/runbooks",
    allowedSourceRanges: [],
    decisionsTables: ["decisions"],
    accessLogLock: { mode: "governance", years: 5, because: "Act 2001:454, 10 §, and the city's own rules" },
  },
};

const tooMany = [
  {
    id: "Annotation::@aws-cdk/core:Stack.templateSize",
    reason: "A template takes a million bytes. docs/scale.md says how many parties fit.",
  },
  {
    id: "CloudFormation-Validate::F0007",
    reason: "How many resources a template may hold is asked apart: room-for-parties.test.ts.",
  },
  {
    id: "CloudFormation-Validate::F3032",
    reason:
      "A user pool's API takes 100 scopes, so 94 parties. A stage with more names an issuer of its own.",
  },
  {
    id: "CloudFormation-Validate::F3033",
    reason:
      "A composed alarm on what stands still names an alarm of each party. docs/scale.md says how many fit.",
  },
];

/** The templates as data. Bundles are left out: what is in them is no matter of infrastructure. */
export const synthesised = (
  stage: Stage = "production",
  { parties, ...changed }: Partial<Settings> & { readonly parties?: Parties } = {},
): Synthesised => {
  const app = appWithoutBundles();
  if (parties !== undefined) {
    app.node.setContext("@aws-cdk/core:stackResourceLimit", 0);
    Validations.of(app).acknowledge(...tooMany);
  }
  const stacks = Object.values(addHemvist(app, { ...settingsFor(stage, written), ...changed }, parties));
  const templates = new Map(stacks.map((stack) => [stack.stackName, template(stack)]));
  const environments = new Map(stacks.map(({ stackName, environment }) => [stackName, environment]));
  const dependencies = new Map(
    stacks.map((stack) => [stack.stackName, stack.dependencies.map(({ stackName }) => stackName)]),
  );
  return { app, ...resourcesOf(templates), templates, environments, dependencies };
};

export const resourcesOf = (templates: ReadonlyMap<string, TemplateJson>): Resources => {
  const all = [...templates].flatMap(([stack, { Resources }]) => resourcesIn(stack, Resources));
  const exported = new Map(
    [...templates].flatMap(([stack, { Outputs = {} }]) =>
      Object.values(Outputs).flatMap(({ Export, Value }) =>
        Export === undefined ? [] : [[Export.Name, { stack, value: Value }] as const],
      ),
    ),
  );

  const pointedAt = (reference: unknown): Resource => {
    const name = (reference as { readonly "Fn::ImportValue"?: string })["Fn::ImportValue"];
    const target = name === undefined ? reference : exported.get(name)?.value;
    const found = all.find(({ id }) => id === logicalId(target));
    if (found === undefined) throw new Error(`${JSON.stringify(reference)} points at nothing`);
    return found;
  };
  const of = (type: string) => all.filter((resource) => resource.type === type);
  const theOnly = (type: string): Resource => {
    const [only, ...others] = of(type);
    if (only === undefined || others.length > 0) throw new Error(`There should be exactly one ${type}`);
    return only;
  };
  const calledBy = (reference: unknown): Called => {
    const [, id] = /"Ref":"([^"]+)"/.exec(JSON.stringify(reference)) ?? [];
    const alias = pointedAt({ Ref: id });
    if (alias.type !== "AWS::Lambda::Alias")
      throw new Error(`${JSON.stringify(reference)} goes past the self-check`);
    return { alias, properties: pointedAt(alias.properties["FunctionName"]).properties };
  };
  return { all, of, theOnly, pointedAt, calledBy };
};

export const appWithoutBundles = (): App =>
  new App({ context: { ...featureFlags, "aws:cdk:bundling-stacks": [] }, analyticsReporting: false });

/** The topic that an alarm's action names, by reference or, from another stack, by its ARN. */
export const topicOf = ({ of, pointedAt }: Resources, action: unknown): Resource => {
  if (typeof action !== "string") return pointedAt(action);
  const named = of("AWS::SNS::Topic").find(({ properties: { TopicName } }) =>
    action.endsWith(`:${TopicName}`),
  );
  if (named === undefined) throw new Error(`${action} is no topic of ours`);
  return named;
};

/** The actions a statement names, whether one or several. */
export const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

export interface TemplateJson {
  readonly Resources: Readonly<Record<string, ResourceJson>>;
  readonly Outputs?: Readonly<
    Record<string, { readonly Value: unknown; readonly Export?: { readonly Name: string } }>
  >;
}

interface ResourceJson {
  readonly Type: string;
  readonly Properties?: Record<string, unknown>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly DependsOn?: string | readonly string[];
}

const template = (stack: Stack): TemplateJson => Template.fromStack(stack).toJSON() as TemplateJson;

const resourcesIn = (stack: string, resources: TemplateJson["Resources"]): readonly Resource[] =>
  Object.entries(resources).map(([id, { Type, Properties = {}, DependsOn = [], ...kept }]) => ({
    stack,
    id,
    type: Type,
    properties: Properties,
    after: typeof DependsOn === "string" ? [DependsOn] : DependsOn,
    ...(kept.DeletionPolicy === undefined ? {} : { deletionPolicy: kept.DeletionPolicy }),
    ...(kept.UpdateReplacePolicy === undefined ? {} : { updateReplacePolicy: kept.UpdateReplacePolicy }),
  }));

const logicalId = (reference: unknown): string | undefined => {
  const { Ref, "Fn::GetAtt": attribute } = reference as { Ref?: string; "Fn::GetAtt"?: readonly string[] };
  return Ref ?? attribute?.[0];
};
