import * as cloudFormation from "@aws-sdk/client-cloudformation";
import * as dynamo from "@aws-sdk/client-dynamodb";
import * as kms from "@aws-sdk/client-kms";
import * as lambda from "@aws-sdk/client-lambda";
import * as scheduler from "@aws-sdk/client-scheduler";
import * as sqs from "@aws-sdk/client-sqs";
import { describe, expect, it } from "vitest";
import { askedFor } from "../../infra/deploy/asked.ts";
import { hemvistFor } from "../../packages/cli/hemvist.ts";
import {
  type CommandLine,
  commonFlags,
  type Group,
  runTyped,
  type Terminal,
} from "../../packages/cli/voice/index.ts";
import { callsOf, lines } from "./runbook-commands.ts";

/** The same commands, where each only reads what it was given. */
const readOnly = (line: CommandLine | Group): CommandLine | Group =>
  "commands" in line
    ? { ...line, commands: line.commands.map(readOnly) }
    : {
        ...line,
        run: (given) => {
          for (const flag of line.flags) if ("read" in flag) given.value(flag);
          return Promise.resolve(0);
        },
      };

const terminal: Terminal = {
  language: "en",
  columns: 100,
  out: () => {},
  line: () => {},
  note: () => {},
  progress: () => {},
};
const ops = callsOf("npm run --silent ops -- ").map((call) => [call.runbook, call.args] as const);
const deploys = callsOf("npm run deploy -- ").map((call) => [call.runbook, call.args] as const);
const onAws = callsOf("aws ").map((call) => [call.runbook, call.args] as const);

describe("a command in a runbook", () => {
  it("is found in most runbooks", () => {
    expect(new Set(lines.map(({ runbook }) => runbook)).size).toBeGreaterThan(18);
    expect(ops.length).toBeGreaterThan(40);
  });

  it.each(ops)("%s: hemvist ops %j is one that hemvist understands", async (_runbook, args) => {
    const root = readOnly(await hemvistFor(["ops"]));

    expect(await runTyped(root, ["ops", ...args], { terminal, common: commonFlags })).toBe(0);
  });

  it.each(deploys)("%s: npm run deploy %j is one that the deployment understands", (_runbook, args) => {
    expect(askedFor(args)).toMatchObject({ stage: expect.stringMatching(/^(test|production)$/) });
  });

  it("would be refused with an option that does not exist", async () => {
    const root = readOnly(await hemvistFor(["ops"]));
    const typed = runTyped(root, ["ops", "redrive", "--dryrun"], { terminal, common: commonFlags });

    await expect(typed).rejects.toThrow();
  });
});

const clients: Readonly<Record<string, object>> = {
  cloudformation: cloudFormation,
  dynamodb: dynamo,
  kms,
  lambda,
  scheduler,
  sqs,
};
/** Of AWS's command line alone. */
const ofCommandLine = new Set(["wait"]);

describe("a call of AWS in a runbook", () => {
  const known = onAws.flatMap(([runbook, [service = "", operation = ""]]) => {
    const client = clients[service];
    return client === undefined || ofCommandLine.has(operation) ? [] : [{ runbook, client, operation }];
  });

  it.each(known)("$runbook: $operation is an operation of AWS's own client", ({ client, operation }) => {
    const name = operation.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

    expect(Object.keys(client)).toContain(`${name}Command`);
  });

  it("is checked for most of them", () => {
    expect(known.length).toBeGreaterThan(onAws.length / 2);
  });
});
