import {
  CloudFormationClient,
  CloudFormationServiceException,
  DescribeStacksCommand,
  GetTemplateCommand,
} from "@aws-sdk/client-cloudformation";
import { GetAccountSettingsCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { ListSubscriptionsCommand, SNSClient } from "@aws-sdk/client-sns";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { accountBehind } from "../../../infra/deploy/account.ts";
import type { TemplateBody } from "../../../infra/deploy/changes.ts";
import { type Planned, type Preflight, preflight } from "../../../infra/deploy/preflight.ts";
import { printed } from "../../../infra/deploy/printed.ts";
import { settingsFor } from "../../../infra/settings.ts";
import { synthesised, type TemplateJson, written } from "../synthesised.ts";

const cloudFormation = mockClient(CloudFormationClient);
const lambda = mockClient(LambdaClient);
const sns = mockClient(SNSClient);

const { templates } = synthesised();
const settings = settingsFor("production", written);
const planned: Planned = {
  settings,
  templates: asBodies(templates),
  bootstrapVersion: 6,
  uncommitted: 0,
  commit: "abc1234",
};

function asBodies(of: ReadonlyMap<string, TemplateJson>): ReadonlyMap<string, TemplateBody> {
  return new Map([...of].map(([name, template]) => [name, { ...template }]));
}

const arn = (stack: string, account = settings.account): string =>
  `arn:aws:cloudformation:eu-north-1:${account}:stack/${stack}/00000000-0000-0000-0000-000000000000`;

/** What stands in the account: each stack with its template. */
function standing(stacks: ReadonlyMap<string, TemplateBody>, status = "UPDATE_COMPLETE"): void {
  for (const [StackName, body] of stacks) {
    cloudFormation.on(DescribeStacksCommand, { StackName }).resolves({
      Stacks: [
        {
          StackName,
          StackId: arn(StackName),
          StackStatus: status as "UPDATE_COMPLETE",
          CreationTime: new Date(0),
        },
      ],
    });
    cloudFormation.on(GetTemplateCommand, { StackName }).resolves({ TemplateBody: JSON.stringify(body) });
  }
}

function bootstrapped(version = "30", account?: string): void {
  cloudFormation.on(DescribeStacksCommand, { StackName: "CDKToolkit" }).resolves({
    Stacks: [
      {
        StackName: "CDKToolkit",
        StackId: arn("CDKToolkit", account),
        StackStatus: "CREATE_COMPLETE",
        CreationTime: new Date(0),
        Outputs: [{ OutputKey: "BootstrapVersion", OutputValue: version }],
      },
    ],
  });
}

const looked = (changed: Partial<Planned> = {}): Promise<Preflight> =>
  preflight(
    { ...planned, ...changed },
    accountBehind({
      cloudFormation: new CloudFormationClient({}),
      lambda: new LambdaClient({}),
      sns: new SNSClient({}),
    }),
  );

const stops = ({ looks }: Preflight): readonly string[] =>
  looks.filter(({ is }) => is === "stops").map(({ what, says }) => `${what}: ${says}`);

/** CloudFormation has no other error for a stack that does not stand. */
function missing({ StackName }: { readonly StackName?: string }): never {
  const message = `Stack with id ${StackName} does not exist`;
  throw new CloudFormationServiceException({
    name: "ValidationError",
    message,
    $fault: "client",
    $metadata: {},
  });
}

beforeEach(() => {
  cloudFormation.reset();
  lambda.reset();
  sns.reset();
  cloudFormation.on(DescribeStacksCommand).callsFake(missing).on(GetTemplateCommand).callsFake(missing);
  bootstrapped();
  lambda.on(GetAccountSettingsCommand).resolves({ AccountLimit: { ConcurrentExecutions: 1000 } });
  sns.on(ListSubscriptionsCommand).resolves({ Subscriptions: [] });
});

describe("the first deployment of a stage", () => {
  it("creates everything, and stops at nothing", async () => {
    const seen = await looked();

    expect(stops(seen)).toEqual([]);
    expect(new Set(seen.changes.map(({ effect }) => effect))).toEqual(new Set(["created"]));
    expect(seen.changes).toHaveLength(
      [...templates.values()].reduce((sum, { Resources }) => sum + Object.keys(Resources).length, 0),
    );
    expect(printed(seen).join("\n")).toMatch(/\d+ {2}hemvist-handoff {2}AWS::SQS::Queue/);
  });

  it("waits for the CDK's bootstrap, with the command", async () => {
    cloudFormation.on(DescribeStacksCommand, { StackName: "CDKToolkit" }).resolves({ Stacks: [] });

    expect(stops(await looked())).toEqual([
      "account: The CDK is not bootstrapped here. Run: npx cdk bootstrap aws://111122223333/eu-north-1",
    ]);
  });

  it("stops at a bootstrap that is too old", async () => {
    bootstrapped("5");

    expect(stops(await looked())).toEqual([
      expect.stringContaining("has version 5, and the templates need 6"),
    ]);
  });
});

describe("what stops a deployment", () => {
  it("credentials for another account, before anything else is read", async () => {
    bootstrapped("30", "444455556666");

    expect(stops(await looked())).toEqual([
      'account: Stage "production" is account 111122223333, and your credentials are for 444455556666. Nothing is deployed.',
    ]);
    expect(cloudFormation.commandCalls(GetTemplateCommand)).toEqual([]);
  });

  it("an account with fewer concurrent runs than the stage says", async () => {
    lambda.on(GetAccountSettingsCommand).resolves({ AccountLimit: { ConcurrentExecutions: 10 } });

    expect(stops(await looked())).toEqual([expect.stringContaining("The account has 10")]);
  });

  it.each(["ROLLBACK_COMPLETE", "UPDATE_ROLLBACK_FAILED", "UPDATE_IN_PROGRESS"])(
    "a stack that is %s",
    async (status) => {
      standing(planned.templates, status);

      expect(stops(await looked())).toHaveLength(planned.templates.size);
    },
  );

  it("uncommitted files, in production alone", async () => {
    expect(stops(await looked({ uncommitted: 2 }))).toEqual([
      expect.stringContaining("2 files differ from abc1234"),
    ]);
    expect(stops(await looked({ uncommitted: 2, settings: { ...settings, stage: "test" } }))).toEqual([]);
  });

  it("a queue, a table or a key that would be replaced or deleted", async () => {
    const [name, { Resources }] = [...templates].find(([stack]) => stack === "hemvist-handoff") ?? [
      "",
      { Resources: {} },
    ];
    const [id, queue] = Object.entries(Resources).find(([, { Type }]) => Type === "AWS::SQS::Queue") ?? [
      "",
      { Type: "" },
    ];
    const former = {
      Resources: {
        ...Resources,
        [id]: { ...queue, Properties: { ...queue.Properties, QueueName: "another.fifo" } },
        Gone: {
          Type: "AWS::KMS::Key",
          Properties: { Description: "a key that the templates no longer have" },
        },
      },
    };
    standing(new Map([...planned.templates, [name, former]]));

    const [said, ...others] = stops(await looked());
    expect(others).toEqual([]);
    expect(said).toContain(`hemvist-handoff/${id} would be replaced, QueueName`);
    expect(said).toContain("hemvist-handoff/Gone would be deleted");
  });
});

describe("a deployment that stands", () => {
  it("of the same templates changes nothing", async () => {
    standing(planned.templates);
    const seen = await looked();

    expect(seen.changes).toEqual([]);
    expect(printed(seen).at(-1)).toBe("Nothing changes.");
  });

  it("names each change with the properties that differ, and what must be confirmed by hand", async () => {
    const [name, { Resources }] = [...templates].find(([stack]) => stack === "hemvist-handoff") ?? [
      "",
      { Resources: {} },
    ];
    const [id, lambdaFunction] = Object.entries(Resources).find(
      ([, { Type }]) => Type === "AWS::Lambda::Function",
    ) ?? ["", { Type: "" }];
    const former = {
      Resources: {
        ...Resources,
        [id]: { ...lambdaFunction, Properties: { ...lambdaFunction.Properties, MemorySize: 128 } },
      },
    };
    standing(new Map([...planned.templates, [name, former]]));
    sns.on(ListSubscriptionsCommand).resolves({
      Subscriptions: [
        {
          TopicArn: "arn:aws:sns:eu-north-1:111122223333:hemvist-alarms",
          SubscriptionArn: "PendingConfirmation",
        },
        { TopicArn: "arn:aws:sns:eu-north-1:111122223333:another", SubscriptionArn: "PendingConfirmation" },
      ],
    });
    const seen = await looked();

    expect(stops(seen)).toEqual([]);
    expect(seen.changes).toEqual([
      { stack: name, id, type: "AWS::Lambda::Function", effect: "changed", properties: ["MemorySize"] },
    ]);
    expect(printed(seen).join("\n")).toContain("mind  alarm addresses: 1 not confirmed");
  });
});
