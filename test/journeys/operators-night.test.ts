import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { assignmentsOf, deadLetterName, inboxOf, physicalName, trialParty } from "@hemvist/rules";
import { describe, expect, it } from "vitest";
import { settingsFor } from "../../infra/settings.ts";
import { aSystem } from "./a-system.ts";
import { hemvistOps, lettersBy } from "./hemvist-ops.ts";
import { sample, traineeship } from "./sample.ts";

const system = await aSystem();
const centrum = system.party("sf-centrum");
const [anna, bertil] = [hemvistOps(system, "anna"), hemvistOps(system, "bertil")];
const queue = "decisions-sf-centrum";
const reason = ["--reason", "INC-1"];
const sqs = new SQSClient(system.clientFor("a-tester"));
const { mostAlone } = settingsFor("local");
const many = mostAlone + 1;

/** As hemvist itself sets a message aside that it cannot read. */
const setAside = (index: number) =>
  sqs.send(
    new SendMessageCommand({
      QueueUrl: system.queueUrl(`${queue}-dlq`),
      MessageBody: `{ not json ${index}`,
      MessageAttributes: { reason: { DataType: "String", StringValue: "unreadable: not-json" } },
    }),
  );
const depth = () => system.depth(`${queue}-dlq`);

describe("a letter that hemvist could not read", () => {
  it("is listed with its faults, both its ages, and that its sender has sent a right one since", async () => {
    await centrum.send(queue, sample(traineeship, { decidedOn: "yesterday" }));
    await system.settle();
    await system.advance("2026-11-02T12:00:00Z");
    await centrum.send(queue, sample(traineeship));
    await system.settle();
    const { status, out } = await anna("dead-letters", "--lang", "sv");
    const [letter] = await lettersBy(anna);

    expect(status).toBe(2);
    expect(out.split("\n")[1]).toMatch(
      /^[0-9a-f]{8} {2}decisions-sf-centrum {2}sf-centrum\.SFC-2026-004711 {2}[a-z-]+ {2}2 h \d\d min {2}2 h \d\d min {2}unreadable {2}har skickat ett rätt sedan dess$/,
    );
    expect(letter).toMatchObject({ rightOneSince: "2026-11-02T12:00:00Z" });
  });

  it("is explained and discarded by the start of its id", async () => {
    const [letter] = await lettersBy(anna);
    const start = letter?.id.slice(0, 8) ?? "";
    const { out } = await anna("explain", start, "--lang", "sv");
    const { status, json } = await anna("discard", start, ...reason, "--json");

    expect(out).toContain(
      "Avsändaren har skickat ett läsbart sedan dess (2026-11-02T12:00:00Z). Ta bort det här.",
    );
    expect([status, json()["removed"]]).toEqual([0, [letter?.id]]);
    expect(await depth()).toBe(0);
  });
});

describe("many letters that hemvist cannot read", () => {
  let pending = "";

  it("are counted in a dry run, which removes nothing", async () => {
    for (let index = 0; index < many; index += 1) await setAside(index);
    const { status, out } = await anna("discard", "--unreadable", "--dry-run");

    expect(status).toBe(0);
    expect(out).toContain(`${many} skulle tas bort; inget är gjort (--dry-run).`);
    expect(await depth()).toBe(many);
  });

  it("wait for a second person, and are discarded at once when that person approves", async () => {
    const asked = await anna("discard", "--unreadable", ...reason, "--json");
    ({ pending } = asked.json()["awaits"] as { readonly pending: string });
    expect([asked.status, await depth()]).toEqual([2, many]);

    expect((await anna("approve", pending, ...reason)).status).toBe(1);
    const { status, out } = await bertil("approve", pending, ...reason);

    expect(out).toContain(`${many} borttagna / discarded.`);
    expect([status, await depth()]).toEqual([0, 0]);
  });

  it("are not discarded one by one past the limit of a day", async () => {
    // Anna has discarded one today, by herself.
    for (let index = 0; index < mostAlone; index += 1) await setAside(index);
    const [first, ...others] = await lettersBy(anna);
    const left = await anna("discard", "--unreadable", "--queue", queue, ...reason, "--json");
    const one = await anna("discard", first?.id ?? "", ...reason, "--json");

    expect(left.json()).toMatchObject({ awaits: { count: mostAlone } });
    expect([one.status, await depth()]).toEqual([0, others.length]);
  });
});

describe("the doctor", () => {
  it("has each function check itself, and names each check", async () => {
    const { status, out, json } = await anna("doctor", "--json");
    const { functions } = json() as {
      readonly functions: readonly { readonly name: string; readonly checks: readonly { name: string }[] }[];
    };

    expect([status, out.includes("error")]).toEqual([0, false]);
    expect(functions.map(({ name }) => name).toSorted()).toEqual(
      Object.keys(system.calls())
        .flatMap((caller) => /^hemvist-(.*)/.exec(caller)?.[1] ?? [])
        .toSorted(),
    );
    const checks = functions.flatMap(({ name, checks }) => checks.map((check) => `${name} ${check.name}`));
    expect(checks).toEqual(
      expect.arrayContaining([
        "receive-decision QUEUE_URLS.inbox-sf-centrum",
        "follow-up TABLE_NAME.due",
        "report REPORTS_BUCKET.reports",
        "operate JOURNAL_BUCKET.entries",
      ]),
    );
  });
});

describe("the journal", () => {
  it("says who did what, why, and what came of it", async () => {
    const { status, out } = await bertil("journal", "--lang", "en", ...reason);
    const lines = out.split("\n").map((line) => line.split(/ {2,}/).slice(1));

    expect(status).toBe(0);
    const acts = lines.slice(1, 6);
    // The journal has whole seconds, and on a fast machine two acts may lie in the same one.
    expect(acts).toHaveLength(5);
    const expected = [
      ["anna", "discard", "letters 1", "INC-1", "removed 1"],
      ["anna", "discard", `items ${many}`, "INC-1", "approved by bertil"],
      ["bertil", "discard", expect.stringContaining(`letters ${many}`), "INC-1", `removed ${many}`],
      ["anna", "discard", `items ${mostAlone}`, "INC-1", "waits for a second person"],
      ["anna", "discard", "letters 1", "INC-1", "removed 1"],
    ];
    for (const act of expected) expect(acts).toContainEqual(act);
    expect(out).toContain("5 acts.");
  });

  it("has each reading of it, by one person or one command if that is asked for", async () => {
    const of = async (...args: readonly string[]) => {
      const { json } = await anna("journal", ...args, ...reason, "--json");
      return (json()["acts"] as readonly { who: string; command: string }[]).map(
        ({ who, command }) => `${who} ${command}`,
      );
    };

    expect(await of("--act", "journal")).toEqual(["bertil journal"]);
    expect(await of("--operator", "bertil")).toEqual(["bertil discard", "bertil approve", "bertil journal"]);
    expect(await of("--day", "2026-11-01")).toEqual([]);
  });
});

describe("the list of queues", () => {
  it("has every queue with its reader, those first that stand still, by what CloudWatch measured", async () => {
    await system.advance("2026-11-06T12:30:00Z");
    const { status, out, error } = await anna("queues", "--lang", "en");
    const [, ...rows] = out.split("\n").map((line) => line.trim().split(/ {2,}/));
    const still = [
      "assignments-kompetenscenter.fifo",
      expect.any(String),
      "0",
      "4 d",
      "28",
      "kompetenscenter",
    ];

    expect([status, error]).toEqual([2, ""]);
    expect(rows.find(([queue]) => queue === "assignments-kompetenscenter.fifo")?.slice(0, 6)).toEqual(still);
    const ofTrials = [inboxOf(trialParty), assignmentsOf(trialParty)]
      .flatMap((name) => [name, deadLetterName(name)])
      .map(physicalName);
    const listed = rows.map(([queue]) => queue);
    // No system reads the queues of hemvist's own party, so they would stand still for ever.
    expect(system.queueNames()).toEqual(expect.arrayContaining(ofTrials));
    expect(listed).toEqual(
      expect.arrayContaining(system.queueNames().filter((name) => !ofTrials.includes(name))),
    );
    expect(listed.filter((name) => ofTrials.includes(name ?? ""))).toEqual([]);
    expect(out).toContain(
      "! assignments-kompetenscenter.fifo stands still: kompetenscenter has not read for 4 d. SQS erases after 14 d. Call: ",
    );
    expect(out).toMatch(/! \d+ dead letters in \d queues: hemvist ops dead-letters/);
  });

  it("is for operators, and not for a party", async () => {
    const { status, error } = await hemvistOps(system, "sf-centrum")("queues", "--lang", "en");

    expect([status, error]).toEqual([1, expect.stringContaining("Your role may not")]);
  });
});
