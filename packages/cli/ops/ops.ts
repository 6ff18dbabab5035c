import { parseArgs } from "node:util";
import { CannotRun, type System, systemOnAws } from "@hemvist/operations";
import type { Command } from "./command.ts";
import { deadLettersCommand } from "./dead-letters-command.ts";
import { discardCommand } from "./discard-command.ts";
import { explainCommand } from "./explain-command.ts";
import { reconcileCommand } from "./reconcile-command.ts";
import { redriveCommand } from "./redrive-command.ts";
import { replayCommand } from "./replay-command.ts";
import { viewCommand } from "./view-command.ts";

export interface Output {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}

const commands: readonly Command[] = [
  deadLettersCommand,
  explainCommand,
  redriveCommand,
  discardCommand,
  replayCommand,
  reconcileCommand,
  viewCommand,
];

const status = { allWell: 0, couldNotRun: 1, notWell: 2 };

/** Runs `hemvist ops <command>`. Returns the exit status: 0 all well, 2 done and not all well, 1 could not run. */
export async function ops(
  args: readonly string[],
  { out, error }: Output,
  system: System = systemOnAws(),
): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "--help") {
    out(overview());
    return name === undefined ? status.couldNotRun : status.allWell;
  }
  const command = commands.find((one) => one.name === name);
  if (command === undefined) {
    error(`There is no command ${name}.\n${overview()}`);
    return status.couldNotRun;
  }
  try {
    return await run(command, { args: rest, out, system });
  } catch (failed) {
    error(toldOf(failed, command));
    return status.couldNotRun;
  }
}

async function run(
  command: Command,
  { args, out, system }: { args: readonly string[]; out: Output["out"]; system: System },
): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...command.parse, json: { type: "boolean" }, help: { type: "boolean" } },
  });
  const given = new Map(Object.entries(values));
  if (given.get("help") === true) {
    out(helpOf(command));
    return status.allWell;
  }
  const extra = positionals[command.takes ?? 0];
  if (extra !== undefined) throw new CannotRun(`${command.name} does not take the argument ${extra}.`);
  const { text, json, allWell } = await command.run(
    {
      positionals,
      text: (option) => {
        const value = given.get(option);
        return typeof value === "string" ? value : undefined;
      },
      flag: (option) => given.get(option) === true,
    },
    system,
  );
  out(given.get("json") === true ? JSON.stringify(json) : text);
  return allWell ? status.allWell : status.notWell;
}

const overview = (): string =>
  [
    "hemvist ops <command> [--help]",
    "",
    ...commands.map(({ name, summary }) => `  ${name.padEnd(14)}${summary}`),
    "",
    "Calls AWS with your own credentials and region; AWS_ENDPOINT_URL leads it to a local run instead.",
    "Exit status: 0 all well, 2 done and not all is well, 1 could not run.",
  ].join("\n");

const helpOf = ({ name, usage, summary, options, runbook }: Command): string =>
  [
    `hemvist ops ${name} ${usage}`,
    "",
    summary,
    "",
    ...Object.entries(options).map(([option, meaning]) => `  ${option.padEnd(14)}${meaning}`),
    `  ${"--json".padEnd(14)}for a machine to read`,
    "",
    `When and why: docs/runbooks/${runbook}.md`,
  ].join("\n");

const advice: Readonly<Record<string, string>> = {
  CredentialsProviderError: "You have no AWS credentials here: sign in, or set AWS_PROFILE.",
  ExpiredTokenException: "Your AWS session is over: sign in again.",
  AccessDeniedException: "Your role may not: see docs/runbooks/operator-access.md.",
  AccessDenied: "Your role may not: see docs/runbooks/operator-access.md.",
  QueueDoesNotExist: "No such queue in this account and region: is AWS_REGION right (eu-north-1)?",
  ResourceNotFoundException: "No such table in this account and region: is AWS_REGION right (eu-north-1)?",
};

/** An error's own text may quote what was being read, so only its name is told, but for what was written for people. */
function toldOf(failed: unknown, command: Command): string {
  if (failed instanceof CannotRun) return `${failed.message}\nhemvist ops ${command.name} --help`;
  if (failed instanceof TypeError && "code" in failed && String(failed.code).startsWith("ERR_PARSE_ARGS"))
    return `${failed.message}\n${helpOf(command)}`;
  const name = failed instanceof Error ? failed.name : typeof failed;
  return `${command.name} failed: ${name}. ${advice[name] ?? "Nothing more is told, since an error may quote what was read."}`;
}
