import { readdirSync } from "node:fs";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { beforeAll, describe, expect, it } from "vitest";
import type { WhatIsHere } from "../../packages/sandbox/http/what-is-here.ts";
import { callerWith } from "../../packages/sandbox/parties/access-token.ts";
import { freePort, listening, npmStart, processesOf, type Run, says, until } from "./npm-start.ts";
import { sample, traineeship } from "./sample.ts";

// The sandbox as the contract's last section has it: each row of its table, on the real thing, in a process of its own.

let port: number;
let api: string;
let empty: Run;
beforeAll(async () => {
  port = await freePort();
  api = `http://127.0.0.1:${port}`;
  empty = npmStart("--port", String(port), "--now", "2026-11-02T09:00:00Z", "--empty");
  await says(empty, /Ctrl-C ends it/);
});

interface Answered<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

type Json = Readonly<Record<string, unknown>>;

/** Calls the API as SF Centrum; what is addressed to the sandbox needs no token. */
let centrum: ReturnType<typeof callerWith> | undefined;
function call(path: string, init?: RequestInit): Promise<Response> {
  centrum ??= callerWith({
    tokenUrl: `${api}/oauth2/token`,
    clientId: "sf-centrum",
    clientSecret: "local",
  });
  return centrum(`${api}${path}`, init);
}

async function get<T = Json>(path: string): Promise<Answered<T>> {
  const response = await call(path);
  return { status: response.status, headers: response.headers, body: (await response.json()) as T };
}

async function post<T = Json>(path: string, body: unknown): Promise<Answered<T>> {
  const response = await call(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as T };
}

interface Messages {
  readonly messages: readonly {
    readonly messageId: string;
    readonly groupId?: string;
    readonly sentAt: string;
    readonly body: { readonly type: string; readonly time: string; readonly data: Json };
  }[];
}

const queue = async (name: string) => (await get<Messages>(`/_sandbox/queues/${name}`)).body.messages;
const here = async () => (await get<WhatIsHere>("/_sandbox")).body;

const assignments = "assignments-kompetenscenter.fifo";
const id = "sf-centrum.SFC-2026-004711.1";

describe("GET /_sandbox", () => {
  it("says where the API and AWS are, what the clock is, and how each party comes in", async () => {
    const { api: address, clock, aws, parties } = await here();

    expect(address).toBe(api);
    expect(clock).toMatch(/^2026-11-02T09:0\d:\d\dZ$/);
    expect(aws).toEqual({ endpoint: `http://127.0.0.1:${port + 1}`, region: "eu-north-1" });
    expect(Object.keys(parties).sort()).toEqual([
      "arbetsmarknadsanstallning",
      "arbvux",
      "kompetenscenter",
      "sf-centrum",
      "sf-hisingen",
      "sf-nordost",
      "sf-sydvast",
    ]);
    expect(parties["sf-centrum"]).toMatchObject({
      accessKeyId: "sf-centrum",
      secretAccessKey: expect.any(String),
      clientId: "sf-centrum",
      clientSecret: expect.any(String),
      queues: { "inbox-sf-centrum.fifo": `${aws.endpoint}/000000000000/inbox-sf-centrum.fifo` },
    });
    expect(Object.keys(parties["sf-centrum"]?.queues ?? {}).sort()).toEqual([
      "assignments-sf-centrum.fifo",
      "decisions-sf-centrum",
      "inbox-sf-centrum.fifo",
      "progress-sf-centrum.fifo",
    ]);
  });

  it("gives keys that a party's own AWS client works with", async () => {
    const { aws, parties } = await here();
    const { accessKeyId = "", secretAccessKey = "", queues } = parties["sf-hisingen"] ?? {};
    const sqs = new SQSClient({ ...aws, credentials: { accessKeyId, secretAccessKey } });
    await sqs.send(
      new SendMessageCommand({
        QueueUrl: queues?.["decisions-sf-hisingen"],
        MessageBody: sample("02-everyday-life-and-an-assessment"),
      }),
    );
    await until(empty, async () => (await queue("inbox-sf-hisingen.fifo")).length > 0);

    expect((await queue("inbox-sf-hisingen.fifo"))[0]?.body.type).toMatch(/decision\.assigned\.v1$/);
  });
});

describe("the sandbox's clock", () => {
  it("dates each answer and each instant in it", async () => {
    const { status, headers, body } = await post("/v1/decisions", sample(traineeship));
    const stored = await get("/v1/decisions/sf-centrum/SFC-2026-004711");

    expect(status).toBe(202);
    expect(headers.get("date")).toMatch(/^Mon, 02 Nov 2026 09:0/);
    expect(stored.headers.get("date")).toMatch(/^Mon, 02 Nov 2026 09:0/);
    expect((await get("/_sandbox")).headers.get("date")).toMatch(/^Mon, 02 Nov 2026 09:0/);
    const instants = JSON.stringify([body, stored.body]).match(/"(?:at|receivedAt)":"[^"]*"/g) ?? [];
    expect(instants.length).toBeGreaterThan(0);
    for (const instant of instants) expect(instant).toMatch(/:"2026-11-02T09:0/);
  });
});

describe("GET /_sandbox/queues/{name}", () => {
  it("shows what lies there, oldest first, and takes nothing off the queue", async () => {
    await until(empty, async () => (await queue(assignments)).length === 2);
    const [first, second] = await queue(assignments);

    expect(first).toMatchObject({
      messageId: expect.any(String),
      groupId: "sf-centrum.SFC-2026-004711",
      sentAt: expect.stringMatching(/^2026-11-02T09:0\d:\d\dZ$/),
      body: { specversion: "1.0", data: { assignmentId: id } },
    });
    expect(second?.body.data["assignmentId"]).toBe("sf-centrum.SFC-2026-004711.2");
    expect(second?.body.time).toMatch(/^2026-11-02T09:0/);
    expect(await queue(assignments)).toEqual([first, second]);
  });

  it("knows no queue that the template does not declare", async () => {
    const { status, headers, body } = await get("/_sandbox/queues/nowhere");

    expect(status).toBe(404);
    expect(headers.get("content-type")).toBe("application/problem+json");
    expect(body).toMatchObject({ type: "urn:hemvist:problem:not-found" });
  });

  it("of an empty sandbox changes by itself no more: no party acts", async () => {
    const { body } = await get(`/v1/assignments/${id}`);

    expect(body).toMatchObject({ status: "requested" });
    expect(await queue("progress-kompetenscenter.fifo")).toEqual([]);
  });
});

describe("POST /_sandbox/clock", () => {
  it("moves time on by a duration, runs each schedule on the way, and answers when all is at rest", async () => {
    const { status, body } = await post<{ now: string }>("/_sandbox/clock", { by: "P4D" });

    expect(status).toBe(200);
    expect(body.now).toMatch(/^2026-11-06T09:/);
    const inbox = await queue("inbox-sf-centrum.fifo");
    // The provider acknowledged nothing, so a run of the follow-up sent it again, at that run's own hour.
    const reminders = inbox.filter(({ body: { type } }) => type.endsWith("follow-up.due.v1"));
    expect(reminders.map(({ body: { data } }) => data["kind"])).toContain("not-acknowledged");
    for (const { body: reminder } of reminders) {
      expect(reminder.time).toMatch(/^2026-11-0[3-6]T\d\d:00:00Z$/);
      expect(reminder.time < body.now).toBe(true);
    }
    expect((await queue(assignments)).length).toBeGreaterThan(2);
  });

  it("moves time on to an instant, in any offset", async () => {
    const { body } = await post<{ now: string }>("/_sandbox/clock", { to: "2026-11-06T14:00:00+01:00" });

    expect(body.now).toMatch(/^2026-11-06T13:0/);
    expect((await here()).clock).toMatch(/^2026-11-06T13:0/);
  });

  it("refuses to go back", async () => {
    const { status, body } = await post("/_sandbox/clock", { to: "2026-11-02T09:00:00Z" });

    expect(status).toBe(409);
    expect(body).toMatchObject({
      type: "urn:hemvist:problem:clock-backwards",
      detail: expect.stringMatching(/framåt.* \/ .*forward/),
      now: expect.stringMatching(/^2026-11-06T13:0/),
    });
  });
});

describe("POST /_sandbox/reports", () => {
  it("gives what would be issued now, file by file", async () => {
    const { status, body } = await post<{ files: Record<string, string> }>("/_sandbox/reports", {
      kind: "need-and-volume",
      period: "2026Q3",
    });

    expect(status).toBe(200);
    expect(Object.keys(body.files)).toEqual(["tables.csv", "tables.json", "issued.json"]);
    const issued = JSON.parse(body.files["issued.json"] ?? "") as Json;
    expect(issued).toMatchObject({ report: "need-and-volume", period: { name: "2026Q3" } });
    // Each decision that is stored here could be read.
    expect(issued).not.toHaveProperty("leftOut");
  });

  it("gives nothing before the period is over, and says when it is", async () => {
    const { status, body } = await post("/_sandbox/reports", { kind: "not-carried-out", period: "2026Q4" });

    expect(status).toBe(409);
    expect(body).toMatchObject({
      type: "urn:hemvist:problem:period-not-over",
      ends: "2026-12-31T23:00:00Z",
    });
  });
});

describe("what cannot be read", () => {
  it.each([
    ["clock", "{", "", ["not-json"]],
    ["clock", "[]", "", ["not-an-object"]],
    ["clock", "{}", "", ["to-or-by"]],
    ["clock", { to: "2027-01-01T00:00:00Z", by: "P1D" }, "", ["to-or-by"]],
    ["clock", { to: "tomorrow" }, "/to", ["not-an-instant"]],
    ["clock", { by: "14 days" }, "/by", ["not-a-duration"]],
    ["clock", { by: 14 }, "/by", ["wrong-type"]],
    ["clock", { by: "P11Y" }, "/by", ["too-far"]],
    ["clock", { untill: "P1D", by: "1D" }, "/untill", ["unknown-field", "not-a-duration"]],
    ["reports", {}, "/kind", ["missing", "missing"]],
    ["reports", { kind: "none", period: "2026Q3" }, "/kind", ["not-one-of"]],
    ["reports", { kind: "agenda", period: "2026Q3" }, "/period", ["not-a-period"]],
    ["reports", { kind: "week-40", period: "1999W40" }, "/period", ["not-a-period"]],
  ])(
    "/_sandbox/%s %j: the answer says where and why, in Swedish and English",
    async (path, sent, pointer, codes) => {
      const { status, headers, body } = await post<{
        readonly type: string;
        readonly faults: readonly {
          readonly pointer: string;
          readonly code: string;
          readonly sv: string;
          readonly en: string;
        }[];
      }>(`/_sandbox/${path}`, sent);

      expect(status).toBe(400);
      expect(headers.get("content-type")).toBe("application/problem+json");
      expect(headers.get("content-language")).toBe("sv, en");
      expect(body.type).toBe("urn:hemvist:problem:unreadable");
      expect(body.faults.map(({ code }) => code)).toEqual(codes);
      expect(body.faults[0]?.pointer).toBe(pointer);
      for (const { sv, en } of body.faults) expect([sv, en]).not.toContain("");
    },
  );

  it.each([
    ["another method", "/_sandbox/clock", { method: "GET" }, 405],
    ["DELETE", "/_sandbox", { method: "DELETE" }, 405],
    ["another address", "/_sandbox/nothing", { method: "GET" }, 404],
    ["no JSON", "/_sandbox/clock", { method: "POST", body: "to=1" }, 415],
  ] as const)("%s is answered with problem+json", async (_what, path, request, status) => {
    const response = await fetch(`${api}${path}`, request);

    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(((await response.json()) as { detail: string }).detail).toContain(" / ");
  });
});

describe("a port that is taken", () => {
  it.each([0, 1])(
    "is refused before anything is synthesised, in one sentence: %d after the API's",
    async (after) => {
      const own = after === 0 ? port : await freePort();
      const other = after === 0 ? undefined : await listening(own + 1);
      const run = npmStart("--port", String(own), "--lang", "en");

      expect(await run.ended).toBe(1);
      expect(run.said()).toMatch(/^Port \d+.* is taken: choose another.*\.\n$/);
      expect(readdirSync(run.temporary)).toEqual([]);
      await other?.close();
    },
  );
});

describe("Ctrl-C", () => {
  it("leaves nothing behind, and gives 130", async () => {
    empty.child.kill("SIGINT");

    expect(await empty.ended).toBe(130);
    expect(readdirSync(empty.temporary)).toEqual([]);
    expect(processesOf(empty)).toEqual([]);
  });

  it("ends what is being synthesised, with all that it has started", async () => {
    const run = npmStart();
    await until(run, () => readdirSync(run.temporary).length > 0 && processesOf(run).length > 1);
    run.child.kill("SIGINT");

    expect(await run.ended).toBe(130);
    expect(run.said()).toBe("");
    expect(readdirSync(run.temporary)).toEqual([]);
    expect(processesOf(run)).toEqual([]);
  });
});
