import { Duration, Stack } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { Key } from "aws-cdk-lib/aws-kms";
import { RetentionDays } from "aws-cdk-lib/aws-logs";
import { describe, expect, it } from "vitest";
import { ServiceFunction } from "../../infra/constructs/service-function.ts";
import { goteborg } from "../support/goteborg.ts";
import { type Statement, statementsOf } from "./policies.ts";
import { appWithoutBundles, listed, synthesised } from "./synthesised.ts";

const templates = synthesised();
const runner = "hemvist-self-check-runner";
const checks = templates.of("Custom::Trigger").map((check) => {
  const version = templates.pointedAt(check.properties["HandlerArn"]);
  const lambda = templates.pointedAt(version.properties["FunctionName"]);
  return [String(lambda.properties["FunctionName"]), { check, version, lambda }] as const;
});

describe("a deployment", () => {
  it("has every function check itself, once", () => {
    const functions = templates
      .of("AWS::Lambda::Function")
      .map(({ properties }) => String(properties["FunctionName"]))
      .filter((name) => name !== runner);

    expect(functions).toHaveLength(7);
    expect(checks.map(([name]) => name).sort()).toEqual(functions.sort());
  });

  it.each(checks)("waits for what %s answers, and fails with it", (_name, { check }) => {
    expect(check.properties["InvocationType"]).toBe("RequestResponse");
    expect(templates.pointedAt(check.properties["ServiceToken"]).properties["FunctionName"]).toBe(runner);
  });

  it.each(checks)("gives %s its permissions before it asks", (_name, { lambda }) => {
    const role = templates.pointedAt(lambda.properties["Role"]).id;
    const policies = templates
      .of("AWS::IAM::Policy")
      .filter(({ properties }) => JSON.stringify(properties["Roles"]).includes(`"${role}"`))
      .map(({ id }) => id);

    expect(policies).toHaveLength(1);
    expect(lambda.after).toEqual(expect.arrayContaining(policies));
  });

  it.each(checks)(
    "lets callers of %s reach the new version when it has passed, and not before",
    (_name, { check, version }) => {
      const live = templates.of("AWS::Lambda::Alias").find(({ after }) => after.includes(check.id));

      expect(live?.properties["Name"]).toBe("live");
      expect(templates.pointedAt(live?.properties["FunctionVersion"]).id).toBe(version.id);
    },
  );
});

describe("while a deployment goes on", () => {
  const live = new Map(
    templates
      .of("AWS::Lambda::Alias")
      .map((alias) => [
        String(templates.pointedAt(alias.properties["FunctionName"]).properties["FunctionName"]),
        alias,
      ]),
  );

  it.each(["receive-decision", "record-progress", "follow-up"])(
    "%s writes by new code only when hand-off, read-case and report read by it",
    (writer) => {
      const readers = ["hand-off", "read-case", "report"].map((name) => live.get(`hemvist-${name}`)?.id);

      expect(live.get(`hemvist-${writer}`)?.after).toEqual(expect.arrayContaining(readers));
    },
  );
});

describe("each caller of a function", () => {
  const called = [
    ...templates.of("AWS::Lambda::EventSourceMapping").map(({ properties }) => properties["FunctionName"]),
    ...templates.of("AWS::Lambda::Permission").map(({ properties }) => properties["FunctionName"]),
    ...templates
      .of("AWS::Scheduler::Schedule")
      .map(({ properties }) => (properties["Target"] as { readonly Arn: unknown }).Arn),
    ...templates
      .of("AWS::ApiGateway::Method")
      .map(({ properties }) => (properties["Integration"] as { readonly Uri: unknown }).Uri)
      .map((uri) => (uri as { "Fn::Join": readonly [string, readonly unknown[]] })["Fn::Join"][1])
      .map((parts) => parts.find((part) => JSON.stringify(part).includes("Live"))),
  ];

  it("calls `live`, so that nothing gets to a function whose check has not passed", () => {
    expect(called.length).toBeGreaterThan(11 + 13 + 2);
    for (const reference of called)
      expect(templates.calledBy(reference).alias.properties["Name"]).toBe("live");
  });

  it("may call nothing else", () => {
    const invoking = templates
      .of("AWS::IAM::Policy")
      .flatMap(statementsOf)
      .filter(({ Action }) => Action === "lambda:InvokeFunction");

    // The two schedules; operate, which has hand-off send what the stream gave up; and the break-glass role.
    expect(invoking).toHaveLength(4);
    for (const resource of invoking.flatMap(({ Resource }) => listed(Resource)))
      if (JSON.stringify(resource).includes("Fn::Join"))
        expect(JSON.stringify(resource)).toContain('":live"');
      else expect(templates.pointedAt(resource).type).toBe("AWS::Lambda::Alias");
  });
});

describe("what makes a function check itself again", () => {
  const versionOf = (environment: Readonly<Record<string, string>>): string => {
    const app = appWithoutBundles();
    const stack = new Stack(app, "one");
    new ServiceFunction(stack, "follow-up", {
      municipality: goteborg,
      name: "follow-up",
      purpose: "To be checked",
      timeout: Duration.seconds(20),
      memory: 512,
      runs: 3,
      environment,
      logs: { key: new Key(stack, "Key"), retention: RetentionDays.ONE_MONTH },
    });
    const checks = Template.fromStack(stack).findResources("Custom::Trigger");
    return JSON.stringify(Object.values(checks).map(({ Properties }) => Properties.HandlerArn));
  };

  it("is a setting that changes, and not a deployment that changes nothing", () => {
    expect(versionOf({ TABLE_NAME: "a" })).toContain("CurrentVersion");
    expect(versionOf({ TABLE_NAME: "a" })).toBe(versionOf({ TABLE_NAME: "a" }));
    expect(versionOf({ TABLE_NAME: "a" })).not.toBe(versionOf({ TABLE_NAME: "b" }));
  });
});

describe("who calls them for the deployment", () => {
  const lambda = templates.pointedAt(checks[0]?.[1].check.properties["ServiceToken"]);
  const role = templates.pointedAt(lambda.properties["Role"]);

  it("may write to its own log and call the functions, and has no policy of AWS's", () => {
    const [policy] = role.properties["Policies"] as readonly {
      PolicyDocument: { Statement: readonly Statement[] };
    }[];
    const statements = policy?.PolicyDocument.Statement ?? [];
    const actions = statements.map(({ Action }) => JSON.stringify(Action));

    expect(role.properties["ManagedPolicyArns"]).toBeUndefined();
    expect(actions).toEqual([
      ...Array<string>(7).fill('["lambda:InvokeFunction"]'),
      '["logs:CreateLogStream","logs:PutLogEvents"]',
    ]);
    expect(statements.filter(({ Resource }) => JSON.stringify(Resource).includes('"*"'))).toEqual([]);
  });

  it("has a log that is sealed, kept and ends some day", () => {
    const { LogGroup } = lambda.properties["LoggingConfig"] as { LogGroup: unknown };
    const log = templates.pointedAt(LogGroup);

    expect(log.properties).toMatchObject({ LogGroupName: `/aws/lambda/${runner}`, RetentionInDays: 1827 });
    expect(templates.pointedAt(log.properties["KmsKeyId"]).type).toBe("AWS::KMS::Key");
    expect(log.deletionPolicy).toBe("RetainExceptOnCreate");
  });
});
