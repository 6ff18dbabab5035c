import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { logLines } from "../support/log-lines.ts";
import { anAws, credentials, failing } from "./an-aws.ts";
import { inTurn, type Ran, root, run } from "./ran.ts";

// The function's own log, which runs in this process.
logLines();

const hemvist = "packages/cli/main.ts";
const window = "--from 2026-11-02T09:00:00Z --to 2026-11-02T10:00:00Z";

/** Each command as a person would run it. `replay` finds its window too old by the day it runs, so it is not here. */
const each = [
  "dead-letters",
  "explain a",
  "redrive --dry-run",
  "redrive --reason INC-1",
  "discard a --reason INC-1",
  "reconcile --day 2026-11-02",
  "view --party sf-centrum --reason INC-1",
  "view --person-of sf-centrum.A --reason INC-1",
].map((args) => `ops ${args}`);

const answersOf = (env: Readonly<Record<string, string>>): Promise<readonly Ran[]> =>
  inTurn(
    hemvist,
    each.map((args) => args.split(" ")),
    { env },
  );

const table = (answers: readonly Ran[]) =>
  answers.map(({ status, out, error }, index) => ({ asked: each[index], status, out, error }));

const oneSentence = (says: RegExp) =>
  each.map((asked) => ({
    asked,
    status: 1,
    out: "",
    error: expect.stringMatching(new RegExp(`^[^\\n]*${says.source}[^\\n]*\\n$`)),
  }));

describe("hemvist ops says what went wrong, in one sentence, where", () => {
  it("there is no region", async () => {
    expect(table(await answersOf(credentials))).toEqual(
      oneSentence(/No region is given: export AWS_REGION=eu-north-1\./),
    );
  });

  it("nothing listens at the endpoint", async () => {
    const env = { ...credentials, AWS_REGION: "eu-north-1", AWS_ENDPOINT_URL: "http://127.0.0.1:1" };

    expect(table(await answersOf(env))).toEqual(
      oneSentence(/http:\/\/127\.0\.0\.1:1 does not answer \(ECONNREFUSED\): is the local run up/),
    );
  });

  it("there is no queue at all", async () => {
    const { env } = await anAws(() => failing("QueueDoesNotExist"));
    const { status, out, error } = await run(hemvist, ["ops", "dead-letters", "--lang", "en"], { env });

    expect({ status, out, error }).toEqual({
      status: 1,
      out: "",
      error: "There is no such queue in this account and region: is AWS_REGION right (eu-north-1)?\n",
    });
  });

  it.each(["check-decision -", "report --week-40 2026", "ops dead-letters"])(
    "the shell names a municipality that there is not: %s",
    async (args) => {
      const env = { HEMVIST_MUNICIPALITY: "nowhere" };
      const { status, out, error } = await run(hemvist, [...args.split(" "), "--lang", "en"], { env });

      expect({ status, out, error }).toEqual({
        status: 1,
        out: "",
        error: expect.stringMatching(
          /^HEMVIST_MUNICIPALITY is nowhere, but the municipality is one of: .+\n$/,
        ),
      });
    },
  );

  it("its window is too old, before AWS is asked", async () => {
    const { error, status } = await run(hemvist, [
      "ops",
      "replay",
      "--party",
      "sf-centrum",
      ...window.replaceAll("2026", "2020").split(" "),
      "--dry-run",
    ]);

    expect([status, error]).toEqual([1, expect.stringContaining("remembered for 90 days")]);
  });
});

const md5 = (text: string): string => createHash("md5").update(text).digest("hex");

const letter = (id: string, body = "{") => ({
  MessageId: id,
  Body: body,
  MD5OfBody: md5(body),
  ReceiptHandle: `receipt ${id}`,
  Attributes: { SentTimestamp: "1793000000000", ApproximateReceiveCount: "5" },
});

describe("hemvist ops, where one queue is missing", () => {
  const missing = "decisions-sf-hisingen-dlq";
  const received = new Set<string>();

  it("names it, goes on with the others, and does not say that all is well", async () => {
    const { env } = await anAws(({ name, queue }) => {
      if (queue === missing) return failing("QueueDoesNotExist");
      if (name !== "SQS.ReceiveMessage" || queue !== "decisions-sf-centrum-dlq") return undefined;
      const messages = received.has(queue) ? [] : [letter("a")];
      received.add(queue);
      return { Messages: messages };
    });
    const listed = await run(hemvist, ["ops", "dead-letters", "--lang", "en"], { env });
    const asJson = await run(hemvist, ["ops", "dead-letters", "--json"], { env });

    expect(listed.status).toBe(2);
    expect(listed.out).toMatch(/^a {3}decisions-sf-centrum /m);
    expect(listed.out).toContain(
      "! decisions-sf-hisingen: not looked at: SQS has no queue decisions-sf-hisingen-dlq in this account and region.",
    );
    expect(listed.error).toBe("");
    expect(JSON.parse(asJson.out)).toEqual({
      now: "2026-11-03T09:00:00Z",
      letters: [],
      unseen: 0,
      notLookedAt: [{ queue: "decisions-sf-hisingen", error: "QueueDoesNotExist" }],
    });
  });

  it.each(["explain b", "discard b --reason INC-1"])(
    "names it where the letter may lie there: %s",
    async (asked) => {
      const { env } = await anAws(({ queue }) =>
        queue === missing ? failing("QueueDoesNotExist") : undefined,
      );
      const { status, error } = await run(hemvist, ["ops", ...asked.split(" "), "--lang", "en"], { env });

      expect([status, error]).toEqual([
        1,
        "No dead letter b is among those that AWS showed, and AWS did not show: decisions-sf-hisingen.\n",
      ]);
    },
  );

  it("does not say that the books balance", async () => {
    const { env } = await anAws(({ name, queue }) => {
      if (queue === missing) return failing("QueueDoesNotExist");
      return name === "DynamoDB.Scan" ? { Items: [], Count: 0 } : undefined;
    });
    const { status, out } = await run(hemvist, ["ops", "reconcile", "--day", "2026-11-02", "--lang", "en"], {
      env,
    });

    expect(status).toBe(2);
    expect(out).toContain(
      "What was looked at balances, but not all was.\n! decisions-sf-hisingen: not looked at",
    );
  });
});

describe("hemvist ops, where AWS does not show a record", () => {
  it("says why, and not that the code cannot read it", async () => {
    const sample = readFileSync(
      join(root, "events/decisions/01-traineeship-with-diet-and-exercise.json"),
      "utf8",
    );
    const { env } = await anAws(({ name, queue }) => {
      if (name === "DynamoDB.GetItem") return failing("AccessDeniedException");
      if (name !== "SQS.ReceiveMessage") return undefined;
      return { Messages: queue === "decisions-sf-centrum-dlq" ? [letter("a", sample)] : [] };
    });
    const { status, out, error } = await run(hemvist, ["ops", "dead-letters", "--lang", "en"], { env });

    expect({ status, out, error }).toEqual({
      status: 1,
      out: "",
      error: "AWS refused hemvist's function for operations: see docs/runbooks/function-errors.md.\n",
    });
  });
});

describe("hemvist ops, where the function does not answer", () => {
  const answering = (statusCode: number, body: object) =>
    anAws(undefined, () => ({ statusCode, body: JSON.stringify(body) }));

  it.each([
    [
      "Lambda refuses the caller",
      403,
      { Message: "Forbidden" },
      "Your role may not: see docs/runbooks/operator-access.md.\n",
    ],
    ["it is of another version", 200, { letters: "none" }, /of different versions/],
    ["it does not know the act", 404, { why: { error: "NoSuchAct" } }, /of different versions/],
    ["it failed", 502, { Message: "Internal Server Error" }, /answered with an error \(HTTP 502\)/],
  ])("since %s", async (_why, status, body, says) => {
    const { env } = await answering(status, body);
    const ran = await run(hemvist, ["ops", "dead-letters", "--lang", "en"], { env });

    expect([ran.status, ran.out]).toEqual([1, ""]);
    expect(ran.error).toEqual(typeof says === "string" ? says : expect.stringMatching(says));
  });

  it("signs what it asks for, and says nothing of who asks: Lambda does", async () => {
    const { env, asked } = await anAws();
    await run(hemvist, ["ops", "dead-letters"], { env });

    expect(asked).toEqual([{ act: "dead-letters", isSigned: true, queues: [] }]);
  });
});

describe("hemvist ops, where Ctrl-C is pressed", () => {
  /** Ctrl-C is pressed once. It has been heard when the command says so. */
  interface Key {
    press: () => Promise<void>;
  }

  const aKey = (): Key => ({ press: () => Promise.resolve() });

  async function stopped(args: readonly string[], env: Readonly<Record<string, string>>, key: Key) {
    const child = spawn(process.execPath, [join(root, hemvist), ...args], {
      env: { PATH: process.env["PATH"], ...env },
    });
    const printed = { out: "", error: "" };
    child.stdout.on("data", (text) => {
      printed.out += String(text);
    });
    const isHeard = new Promise<void>((resolve) => {
      child.stderr.on("data", (text) => {
        printed.error += String(text);
        if (printed.error.includes("Stopping")) resolve();
      });
    });
    let isPressed = false;
    key.press = async () => {
      if (!isPressed) child.kill("SIGINT");
      isPressed = true;
      await isHeard;
    };
    const status = await new Promise((resolve) => child.on("close", resolve));
    return { status, ...printed };
  }

  const stopping = "Stopping: hemvist finishes what it is doing, and the command begins nothing more.\n";

  it("lets hemvist finish what it is doing, and prints what was sent", async () => {
    const sample = JSON.parse(
      readFileSync(join(root, "events/decisions/01-traineeship-with-diet-and-exercise.json"), "utf8"),
    ) as object;
    const bodies = ["A", "B"].map((decisionId) => JSON.stringify({ ...sample, decisionId }));
    const key = aKey();
    const { env, calls } = await anAws(async ({ name, queue, input }) => {
      if (name === "DynamoDB.GetItem") return {};
      if (name === "SQS.ReceiveMessage") {
        const isFirst = calls.filter((call) => call.name === name && call.queue === queue).length === 1;
        const holds = isFirst && queue === "decisions-sf-centrum-dlq";
        return { Messages: holds ? bodies.map((body, index) => letter(`letter-${index + 1}`, body)) : [] };
      }
      if (name !== "SQS.SendMessage") return undefined;
      await key.press();
      return { MessageId: "again", MD5OfMessageBody: md5(String(input["MessageBody"])) };
    });
    const args = ["ops", "redrive", "--queue", "decisions-sf-centrum", "--reason", "INC-1", "--lang", "en"];
    const { status, out, error } = await stopped(args, env, key);

    expect([status, error]).toEqual([130, stopping]);
    expect(out).toMatch(/^sent +letter-1 /m);
    expect(out).toMatch(/^sent +letter-2 /m);
    expect(calls.filter(({ name }) => name === "SQS.DeleteMessage")).toHaveLength(2);
    expect(calls.at(-1)?.name).toBe("SQS.ChangeMessageVisibilityBatch");
  });

  it("ends an act in parts, so that the journal has its result, and prints nothing", async () => {
    const key = aKey();
    const view = { decisions: [], assignments: [], byIndex: [] };
    const { env, asked } = await anAws(undefined, async () => {
      await key.press();
      return { statusCode: 200, body: JSON.stringify(asked.length === 1 ? { ...view, goOn: "more" } : view) };
    });
    const args = ["ops", "view", "--party", "sf-centrum", "--reason", "INC-1", "--lang", "en"];

    expect(await stopped(args, env, key)).toEqual({ status: 130, out: "", error: stopping });
    expect(asked).toMatchObject([{ act: "view" }, { act: "view", goOn: "more", isStopped: true }]);
  });

  it("asks for no further part of what only reads", async () => {
    const key = aKey();
    const part = {
      ...{ cameInBy: "records", incoming: [], outgoing: [], differences: [], differing: 0, balances: true },
      ...{ left: [], unseen: 0, notLookedAt: [], after: "sf-centrum.A" },
    };
    const { env, asked } = await anAws(undefined, async () => {
      await key.press();
      return { statusCode: 200, body: JSON.stringify(part) };
    });
    const args = ["ops", "reconcile", "--day", "2026-11-02", "--lang", "en"];

    expect(await stopped(args, env, key)).toEqual({ status: 130, out: "", error: stopping });
    expect(asked).toHaveLength(1);
  });
});
