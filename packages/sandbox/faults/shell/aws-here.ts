import {
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  type QueueAttributeName,
  ReceiveMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { readStatistic } from "@hemvist/local";
import type { Scene } from "../scene.ts";
import type { Ran } from "./run-command.ts";
import { shown } from "./shown.ts";
import { shorthand, type Typed, typedIn } from "./typed.ts";

type Here = (typed: Typed, scene: Scene, input: string) => Promise<object> | object;

const account = "000000000000";
const restoredTables = "restored tables";

/**
 * The commands of AWS's CLI that runbooks show, on the run instead of on an account. They change what AWS would change,
 * and answer in AWS's form. A command that is not here fails.
 */
const commands: Readonly<Record<string, Here>> = {
  "sts get-caller-identity": () => ({ Account: account, Arn: `arn:aws:iam::${account}:user/an-operator` }),

  "sqs get-queue-url": (typed, { system }) =>
    sqs(system).send(new GetQueueUrlCommand({ QueueName: typed.required("queue-name") })),
  "sqs get-queue-attributes": (typed, { system }) =>
    sqs(system).send(
      new GetQueueAttributesCommand({
        QueueUrl: typed.required("queue-url"),
        AttributeNames: (typed.option("attribute-names") ?? ["All"]).map(
          (name): QueueAttributeName => attribute(name),
        ),
      }),
    ),
  "sqs receive-message": (typed, { system }) =>
    sqs(system).send(
      new ReceiveMessageCommand({
        QueueUrl: typed.required("queue-url"),
        MaxNumberOfMessages: 10,
        VisibilityTimeout: 1,
        MessageAttributeNames: ["All"],
      }),
    ),

  "lambda list-event-source-mappings": (typed, { system }) => {
    const [wanted] = typed.option("function-name") ?? [];
    return {
      EventSourceMappings: system.controls
        .mappings()
        .filter(({ functionName }) => wanted === undefined || functionName === wanted.split(":")[0])
        .map(({ id, functionName, sourceArn, isOn }) => ({
          UUID: id,
          EventSourceArn: sourceArn,
          FunctionArn: `arn:aws:lambda:eu-north-1:${account}:function:${functionName}:live`,
          State: isOn ? "Enabled" : "Disabled",
          LastProcessingResult: "OK",
        })),
    };
  },
  "lambda update-event-source-mapping": (typed, { system }) => {
    const isOn = typed.option("enabled") !== undefined;
    if (!isOn && typed.option("no-enabled") === undefined)
      throw new Error("aws lambda update-event-source-mapping needs --enabled or --no-enabled");
    system.controls.switchMapping(typed.required("uuid"), isOn);
    return { UUID: typed.required("uuid"), State: isOn ? "Enabling" : "Disabling" };
  },
  "lambda get-function-configuration": (typed, { system }) => {
    const name = typed.required("function-name").split(":")[0] ?? "";
    return { FunctionName: name, State: "Active", Environment: { Variables: system.variablesOf(name) } };
  },
  "lambda get-function-concurrency": () => ({}),
  "lambda invoke": async (typed, { system }, input) => {
    const payload = typed.required("payload") === "file:///dev/stdin" ? input : typed.required("payload");
    const name = encodeURIComponent(typed.required("function-name"));
    const response = await fetch(`${system.awsEndpoint}/2015-03-31/functions/${name}/invocations`, {
      method: "POST",
      headers: {
        authorization: `AWS4-HMAC-SHA256 Credential=sandbox/20260101/eu-north-1/lambda/aws4_request`,
      },
      body: payload,
    });
    const failed = response.headers.get("x-amz-function-error");
    const answer = await response.text();
    if (failed !== null) throw new Error(`the function failed: ${answer}`);
    // The CLI writes it to the file that the command names. Those of a runbook name standard output.
    return { StatusCode: response.status, ExecutedVersion: "1", Payload: JSON.parse(answer || "null") };
  },

  "scheduler get-schedule": (typed, { system }) => {
    const name = typed.required("name");
    const found = system.controls.schedules().find(({ id }) => id === name);
    if (found === undefined) throw new Error(`there is no schedule ${name}`);
    return { Name: name, State: found.isOn ? "ENABLED" : "DISABLED" };
  },

  "cloudwatch describe-alarms": async (typed, { system }) => {
    const [prefix = ""] = typed.option("alarm-name-prefix") ?? [];
    const names = typed.option("alarm-names");
    const [state] = typed.option("state-value") ?? [];
    const alarms = (await system.alarms()).filter(
      (one) =>
        one.alarm.name.startsWith(prefix) &&
        (names === undefined || names.includes(one.alarm.name)) &&
        (state === undefined || one.state === state),
    );
    const ofKind = (kind: string) =>
      alarms
        .filter(({ alarm }) => alarm.kind === kind)
        .map((one) => ({
          AlarmName: one.alarm.name,
          AlarmDescription: one.alarm.description,
          StateValue: one.state,
        }));
    return { MetricAlarms: ofKind("metric"), CompositeAlarms: ofKind("composite") };
  },
  "cloudwatch get-metric-statistics": async (typed, { system }) => {
    const dimensions = Object.fromEntries(
      (typed.option("dimensions") ?? []).map(shorthand).map(({ Name = "", Value = "" }) => [Name, Value]),
    );
    const metrics = await system.metrics();
    const byTime = new Map<number, Record<string, number | string>>();
    for (const statistic of (typed.option("statistics") ?? []).map(readStatistic)) {
      const points = metrics.points({
        namespace: typed.required("namespace"),
        name: typed.required("metric-name"),
        dimensions,
        statistic,
        period: Number(typed.required("period")),
        from: Date.parse(typed.required("start-time")),
        to: Date.parse(typed.required("end-time")),
      });
      for (const { at, value } of points)
        byTime.set(at, { Timestamp: new Date(at).toISOString(), ...byTime.get(at), [statistic]: value });
    }
    return { Label: typed.required("metric-name"), Datapoints: [...byTime.values()] };
  },

  "cloudformation describe-stacks": () => ({ Stacks: [{ StackStatus: "UPDATE_COMPLETE" }] }),
  "cloudformation describe-stack-events": () => ({ StackEvents: [] }),
  "cloudformation detect-stack-drift": () => ({ StackDriftDetectionId: "rehearsed" }),

  "apigateway get-rest-apis": () => ({ items: [{ id: "api", name: "hemvist" }] }),
  "apigateway update-stage": () => ({}),

  "dynamodb describe-continuous-backups": (_typed, { system }) => ({
    ContinuousBackupsDescription: {
      PointInTimeRecoveryDescription: {
        PointInTimeRecoveryStatus: "ENABLED",
        LatestRestorableDateTime: system.now(),
      },
    },
  }),
  "dynamodb describe-table": (typed) => ({
    Table: { TableName: typed.required("table-name"), SSEDescription: { KMSMasterKeyArn: "the-key" } },
  }),
  "dynamodb restore-table-to-point-in-time": (typed, { memory }) => {
    memory.set(restoredTables, typed.required("target-table-name"));
    return { TableDescription: { TableStatus: "CREATING" } };
  },
  "dynamodb wait": () => ({}),
  "dynamodb update-table": () => ({}),
  "dynamodb update-continuous-backups": () => ({}),
};

const sqs = (system: Scene["system"]): SQSClient => new SQSClient(system.clientFor("sandbox"));

const attribute = (name: string): QueueAttributeName => {
  switch (name) {
    case "ApproximateNumberOfMessages":
    case "ApproximateNumberOfMessagesNotVisible":
    case "All":
      return name;
    default:
      throw new Error(`the attribute ${name} is not known here`);
  }
};

/** Answers what a stand-in in the shell asks. */
export async function answerHere(
  scene: Scene,
  { args, input }: { readonly args: readonly string[]; readonly input: string },
): Promise<Ran> {
  const [program = "", ...rest] = args;
  try {
    if (program === "run" || program === "npx")
      return { status: 0, out: await deployed(scene, args), error: "" };
    const typed = typedIn(rest);
    const found = commands[`${typed.service} ${typed.command}`];
    if (found === undefined)
      throw new Error(`aws ${typed.service} ${typed.command} does not run in a rehearsal`);
    const answer = await found(typed, scene, input);
    const [query] = typed.option("query") ?? [];
    const [output] = typed.option("output") ?? [];
    return { status: 0, out: shown(answer, query, output), error: "" };
  } catch (error) {
    return { status: 254, out: "", error: `${error instanceof Error ? error.message : String(error)}\n` };
  }
}

/** `npm run deploy` puts back what differs from the templates. `npx cdk import` takes a restored table into them. */
async function deployed(scene: Scene, args: readonly string[]): Promise<string> {
  if (args[0] === "npx" && args[1] !== "cdk")
    throw new Error(`${args.join(" ")} does not run in a rehearsal`);
  if (args[0] === "run") await scene.deploy();
  return "";
}
