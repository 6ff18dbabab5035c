import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { SNSClient } from "@aws-sdk/client-sns";
import { instantOf } from "@hemvist/rules";
import { type Settings, settingsFor } from "../settings.ts";
import { tokenIssuerOutput } from "../stacks/identity-stack.ts";
import { type Account, accountBehind, type Clients } from "./account.ts";
import { askedFor, NotUnderstood, usage } from "./asked.ts";
import { type Assembly, synthesise } from "./assembly.ts";
import { movedBack } from "./back.ts";
import { confirmedAddresses, type Look, preflight } from "./preflight.ts";
import { lookLine, printed } from "./printed.ts";
import { smoke } from "./smoke.ts";
import { trial, Unexpected } from "./trial.ts";
import { trialToken } from "./trial-token.ts";

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const git = (...args: readonly string[]): string =>
  spawnSync("git", args, { encoding: "utf8" }).stdout.trim();

async function run(args: readonly string[]): Promise<number> {
  const asked = askedFor(args);
  if (asked === "help") {
    say(usage);
    return 0;
  }
  const settings = settingsFor(asked.stage);
  const { region } = settings;
  const clients: Clients = {
    cloudFormation: new CloudFormationClient({ region }),
    lambda: new LambdaClient({ region }),
    sns: new SNSClient({ region }),
  };
  if (asked.act === "back") return await back(clients);

  const folder = mkdtempSync(join(tmpdir(), "hemvist-deploy-"));
  try {
    say(`Synthesising ${settings.stage} …`);
    const assembly = synthesise(settings.stage, folder);
    const account = accountBehind(clients);
    const seen = await preflight({ settings, ...assembly, ...commitHere() }, account);
    for (const line of printed(seen)) say(line);
    if (seen.looks.some(({ is }) => is === "stops")) return 1;
    if (asked.act === "plan") return seen.changes.length === 0 ? 0 : 2;
    if (!asked.unattended && !(await confirmed(settings))) return 1;
    if (!deployed(assembly)) return 1;
    if (await answering(settings, account)) return 0;
    // CloudFormation takes back what fails while it deploys. This one stands, and does not answer.
    if (asked.unattended) await back(clients);
    return 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const commitHere = () => ({
  commit: git("rev-parse", "--short", "HEAD"),
  uncommitted: git("status", "--porcelain").split("\n").filter(Boolean).length,
});

/** A person writes the name of the stage. Where no person is, nothing is deployed. */
async function confirmed({ stage, account }: Settings): Promise<boolean> {
  if (!process.stdin.isTTY) throw new NotUnderstood("There is no terminal to ask at: give --yes.");
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await lines.question(`Deploy to ${stage} (${account})? Write the stage's name: `);
  lines.close();
  if (answer.trim() === stage) return true;
  say("Nothing is deployed.");
  return false;
}

function deployed({ folder }: Assembly): boolean {
  const cdk = fileURLToPath(import.meta.resolve("aws-cdk/bin/cdk"));
  const flags = ["--require-approval", "never", "--no-notices", "--no-version-reporting"];
  const { status } = spawnSync(process.execPath, [cdk, "deploy", "--all", "--app", folder, ...flags], {
    stdio: "inherit",
  });
  return status === 0;
}

/** Asks the API, and sends a trial decision through the whole system. */
async function answering(settings: Settings, account: Account): Promise<boolean> {
  const { domain } = settings;
  if (domain?.mutualTls !== undefined) {
    say("The API takes no connection without a certificate, so it is not asked. Ask it with a party's.");
    return true;
  }
  const api =
    domain === undefined ? await endpointOf(account) : `https://${domain.name}/${domain.basePath ?? ""}`;
  const answers = await smoke(api);
  const looks: readonly Look[] = [
    ...answers,
    ...(answers.every(isFine) ? await tried(settings, { api, account }) : []),
    await confirmedAddresses(account),
  ];
  for (const look of looks) say(lookLine(look));
  return looks.every(({ is }) => is !== "stops");
}

const isFine = ({ is }: Look): boolean => is === "fine";

/** Between two looks at how far a trial decision has come. */
const restMs = 2000;

async function tried(
  { issuer, region }: Settings,
  { api, account }: { readonly api: string; readonly account: Account },
): Promise<readonly Look[]> {
  if (issuer !== undefined)
    return [
      {
        what: "the trial decision",
        is: "mind",
        says: "It is not sent, because this stage has an issuer of its own. See the next decision of a party go through.",
      },
    ];
  return trial({
    api,
    token: () => tokenIn(account, region),
    now: () => instantOf(Date.now()),
    rest: () => setTimeout(restMs),
  });
}

async function tokenIn(account: Account, region: string): Promise<string> {
  const identity = await account.stack("hemvist-identity");
  const issuer = identity?.outputs.get(tokenIssuerOutput);
  if (issuer === undefined) throw new Unexpected("hemvist-identity has no token issuer among its outputs.");
  return trialToken(new CognitoIdentityProviderClient({ region }), issuer);
}

async function endpointOf(account: Account): Promise<string> {
  const stack = await account.stack("hemvist-handoff");
  const [, endpoint] = [...(stack?.outputs ?? [])].find(([key]) => key.includes("Endpoint")) ?? [];
  if (endpoint === undefined) throw new Error("hemvist-handoff has no address of the API among its outputs");
  return endpoint;
}

async function back({ lambda }: Clients): Promise<number> {
  for (const { name, from, to } of await movedBack(lambda))
    say(
      to === undefined
        ? `${name}: stays at version ${from}, which has none before it`
        : `${name}: from version ${from} to ${to}`,
    );
  return 0;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  // A sentence for the person who deploys: which stage, which setting, which credentials. A stack of calls says less.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
