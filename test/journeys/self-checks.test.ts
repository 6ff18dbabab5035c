import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SelfCheckFailedError, startLocal } from "@hemvist/local";
import { assignmentsOf, trialParty } from "@hemvist/rules";
import { afterAll, describe, expect, inject, it } from "vitest";
import { aSystem } from "./a-system.ts";

type Variables = Readonly<Record<string, unknown>>;

interface Template {
  readonly Resources: Readonly<
    Record<
      string,
      {
        readonly Type: string;
        readonly Properties: {
          readonly FunctionName: string;
          readonly QueueName?: string;
          Environment?: { readonly Variables: Variables };
        };
      }
    >
  >;
}

const folder = mkdtempSync(join(tmpdir(), "hemvist-self-checks-"));
cpSync(inject("templates"), folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));

const file = join(folder, "hemvist-handoff.template.json");
const original = readFileSync(file, "utf8");
const functionsOf = ({ Resources }: Template) =>
  Object.values(Resources).filter(
    ({ Type, Properties }) => Type === "AWS::Lambda::Function" && Properties.Environment !== undefined,
  );
/** The variables that the template gives each function. */
const variables = new Map(
  functionsOf(JSON.parse(original) as Template).map(({ Properties }) => [
    Properties.FunctionName,
    Properties.Environment?.Variables ?? {},
  ]),
);
const names = [...variables.keys()].sort();
const telemetry = ["LOG_LEVEL", "POWERTOOLS_METRICS_NAMESPACE", "POWERTOOLS_SERVICE_NAME"];
const ofAll = [...telemetry, "MUNICIPALITY"];
const ownSettings = (name: string): readonly string[] =>
  Object.keys(variables.get(name) ?? {}).filter((setting) => !ofAll.includes(setting));
const declared = Object.values((JSON.parse(original) as Template).Resources).flatMap(
  ({ Type, Properties }) =>
    Type === "AWS::SQS::Queue" ? String(Properties.QueueName).replace(".fifo", "") : [],
);
/** A number names nothing that could be elsewhere. */
const numbers = ["MOST_ALONE"];
/** The queues that a function gets, of which some stand for all parties': `assignments-*`. */
const queuesOf = (name: string): readonly string[] =>
  [...JSON.stringify(variables.get(name)?.["QUEUE_URLS"] ?? "").matchAll(/\\"([a-z*-]+)\\":/g)].flatMap(
    ([, queue = ""]) =>
      declared.filter(
        (each) =>
          new RegExp(`^${queue.replace("*", ".+")}$`).test(each) &&
          each.endsWith("-dlq") === queue.endsWith("-dlq"),
      ),
  );

/** What a deployment says that gives the functions other settings: a line for each that fails, by its name. */
async function deployedWith(
  change: (variables: Variables, name: string) => Variables,
): Promise<Readonly<Record<string, string>>> {
  const template = JSON.parse(original) as Template;
  for (const { Properties } of functionsOf(template)) {
    const { Variables: variables = {} } = Properties.Environment ?? {};
    Properties.Environment = { Variables: change(variables, Properties.FunctionName) };
  }
  writeFileSync(file, JSON.stringify(template));
  const failure = await startLocal({ templates: folder }).then(
    (system) => system.stop(),
    (error: unknown) => error,
  );
  if (!(failure instanceof SelfCheckFailedError))
    throw new Error("It should fail by its self-checks", { cause: failure });
  return Object.fromEntries(failure.message.split("\n").map((line) => line.split(/: (.*)/, 2)));
}

const without = (variables: Variables, left: readonly (string | undefined)[]): Variables =>
  Object.fromEntries(Object.entries(variables).filter(([setting]) => !left.includes(setting)));

const wrong = (settings: readonly string[]): string =>
  `Settings missing or not valid: ${settings.join(", ")}`;

const noPointOfTheCurve = JSON.stringify({
  "sf-centrum": {
    required: true,
    keys: [{ kid: "1", alg: "ES256", kty: "EC", crv: "P-256", x: "AA", y: "AA" }],
  },
});

describe("a deployment", () => {
  it("ends when every function has found what its settings name, and counts none of that as work", async () => {
    const system = await aSystem();
    const passed = system.logs.filter(({ line }) => line.includes("self-check passed"));

    expect(passed.map(({ functionName }) => functionName).sort()).toEqual(names);
    expect(names).toHaveLength(7);
    expect(system.calls()).toEqual({});
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8])(
    "fails where a setting is missing: the one at place %d of each function",
    async (place) => {
      const expected = names.flatMap((name) => {
        const setting = ownSettings(name)[place];
        return setting === undefined ? [] : [[name, wrong([setting])]];
      });
      expect(expected.length).toBeGreaterThan(0);

      expect(await deployedWith((variables, name) => without(variables, [ownSettings(name)[place]]))).toEqual(
        Object.fromEntries(expected),
      );
    },
  );

  it("has no function with more settings of its own than those", () => {
    expect(Math.max(...names.map((name) => ownSettings(name).length))).toBe(9);
  });

  it("fails where no log level or metric namespace is set", async () => {
    expect(await deployedWith((variables) => without(variables, telemetry))).toEqual(
      Object.fromEntries(names.map((name) => [name, wrong(telemetry)])),
    );
  });

  it.each([
    ["no municipality is named", undefined],
    ["one that functions do not know is named", "9803"],
  ])("fails where %s, and says nothing of what it is", async (_what, MUNICIPALITY) => {
    const failures = await deployedWith((variables) => ({
      ...without(variables, ["MUNICIPALITY"]),
      ...(MUNICIPALITY === undefined ? {} : { MUNICIPALITY }),
    }));

    expect(failures).toEqual(Object.fromEntries(names.map((name) => [name, wrong(["MUNICIPALITY"])])));
  });

  it("fails where a setting is odd, and says nothing of what it is", async () => {
    const failures = await deployedWith((variables, name) => ({
      ...variables,
      ...Object.fromEntries(ownSettings(name).map((setting) => [setting, "18900118 9803!"])),
    }));

    expect(Object.keys(failures).sort()).toEqual(names);
    for (const name of names)
      for (const setting of ownSettings(name)) expect(failures[name]).toContain(setting);
    expect(JSON.stringify(failures)).not.toMatch(/9803/);
  });

  // hemvist's own party reports over the API only, so record-progress answers it on no queue.
  const writtenBy = (name: string): readonly string[] =>
    queuesOf(name).filter(
      (queue) => name !== "hemvist-record-progress" || queue !== assignmentsOf(trialParty),
    );

  it("fails where a queue that the function writes to has no address, each by its name", async () => {
    const senders = names.filter((name) => queuesOf(name).length > 0);
    const failures = await deployedWith((variables) =>
      "QUEUE_URLS" in variables ? { ...variables, QUEUE_URLS: "{}" } : variables,
    );

    expect(senders).toEqual(["hemvist-hand-off", "hemvist-receive-decision", "hemvist-record-progress"]);
    expect(Object.keys(failures).sort()).toEqual(senders);
    for (const name of senders)
      expect(new Set(failures[name]?.match(/(?<=QUEUE_URLS\.)[a-z-]+/g))).toEqual(new Set(writtenBy(name)));
  });

  it("fails where a setting is well written and names nothing that is there", async () => {
    const elsewhere = (name: string): string =>
      JSON.stringify(
        Object.fromEntries(
          queuesOf(name).map((queue) => {
            // Of hand-off the queues of another account; of the others queues that do not exist.
            const [account, suffix] =
              name === "hemvist-hand-off" ? ["111111111111", ".fifo"] : ["000000000000", ""];
            return [queue, `https://sqs.example/${account}/${queue}${suffix}`];
          }),
        ),
      );
    const failures = await deployedWith((variables, name) => ({
      ...variables,
      ...("TABLE_NAME" in variables ? { TABLE_NAME: "decisionz" } : {}),
      ...("SENT_TABLE_NAME" in variables ? { SENT_TABLE_NAME: "sentz" } : {}),
      ...("RECORD_KEY_ID" in variables ? { RECORD_KEY_ID: "no-key" } : {}),
      ...("PSEUDONYM_KEY_ID" in variables ? { PSEUDONYM_KEY_ID: "no-key" } : {}),
      ...("REPORTS_BUCKET" in variables ? { REPORTS_BUCKET: "no-bucket-000000000000" } : {}),
      ...("FAILED_RECORDS_BUCKET" in variables ? { FAILED_RECORDS_BUCKET: "no-bucket-000000000000" } : {}),
      ...("ACCESS_LOG_BUCKET" in variables ? { ACCESS_LOG_BUCKET: "no-bucket-000000000000" } : {}),
      ...("JOURNAL_BUCKET" in variables ? { JOURNAL_BUCKET: "no-bucket-000000000000" } : {}),
      ...("QUEUE_URLS" in variables ? { QUEUE_URLS: elsewhere(name) } : {}),
      ...("PARTNER_KEYS" in variables ? { PARTNER_KEYS: noPointOfTheCurve } : {}),
      ...("SIGNING" in variables ? { SIGNING: JSON.stringify({ keyId: "no-key", parties: [] }) } : {}),
      // Nothing listens on the port of "discard".
      ...("TOKEN_ISSUER" in variables ? { TOKEN_ISSUER: "http://127.0.0.1:9/no-issuer" } : {}),
    }));

    expect(Object.keys(failures).sort()).toEqual(names);
    for (const name of names)
      for (const setting of ownSettings(name).filter((setting) => !numbers.includes(setting)))
        expect(failures[name]).toMatch(new RegExp(`${setting}\\.[a-z-]+ \\(\\w+\\)`));
    expect(failures["hemvist-hand-off"]).toContain("QUEUE_URLS.inbox-arbvux (QueueElsewhere)");
    expect(failures["hemvist-record-progress"]).toContain("progress-sf-centrum-dlq (QueueDoesNotExist)");
    expect(failures["hemvist-follow-up"]).toContain("TABLE_NAME.due (ResourceNotFoundException)");
    expect(JSON.stringify(failures)).not.toMatch(/decisionz|receiptz|sentz|no-key|no-bucket|sqs\.example/);
  });

  it("that fails leaves nothing that answers", async () => {
    const port = await aFreePort();
    writeFileSync(file, original.replaceAll('"TABLE_NAME"', '"TABEL_NAME"'));

    await expect(startLocal({ templates: folder, port })).rejects.toThrow(SelfCheckFailedError);
    await expect(fetch(`http://127.0.0.1:${port}/v1/api-info`)).rejects.toThrow("fetch failed");
  });
});

function aFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
