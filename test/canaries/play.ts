import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { CreateQueueCommand, DeleteQueueCommand, SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { RunningSystem } from "@hemvist/local";
import { partyOf } from "../../packages/sandbox/parties/parties.ts";
import { hemvistOps, lettersBy } from "../journeys/hemvist-ops.ts";
import { type Aviary, writings } from "./canary.ts";
import { type Out, takenFrom } from "./coming-out.ts";
import { around } from "./contents.ts";
import { type Kind, kinds, type Message } from "./kinds.ts";
import { plantedIn, withAt } from "./messages.ts";
import { places } from "./release-table.ts";
import { fieldsOf, pointerOf } from "./schema-fields.ts";

interface On {
  readonly system: RunningSystem;
  readonly aviary: Aviary;
  /** Gets each answer and each command's output, as it comes. */
  readonly out: (out: Out) => void;
  readonly packed: boolean;
}

/** When the run begins: a few days before the quarter's reports. */
export const startsAt = "2026-12-30T09:00:00Z";
const decided = "sf-centrum";
const provider = "kompetenscenter";

/** Plays messages of every kind, over HTTP and queues, and then what operators do. */
export async function play(on: On): Promise<void> {
  const parties = partiesOf(on);
  await everyMessage(on, parties);
  await whatStandsAround(on, parties);
  await aLife(on, parties);
  await trouble(on, parties);
  await operators(on);
  await on.system.advance("2027-01-11T08:00:00Z", { every: "day" });
}

type Parties = ReturnType<typeof partiesOf>;

function partiesOf({ system, out }: On) {
  const sqs = new SQSClient(system.clientFor("a-tester"));

  async function call(party: string, path: string, init?: RequestInit): Promise<Response> {
    const response = await partyOf(system, party).call(path, init);
    const { status, headers } = response;
    const body = await response.clone().text();
    out({ place: places.ownAnswer, reader: party, value: { status, headers: [...headers], body } });
    return response;
  }

  const post = (party: string, path: string, body: string, more: Readonly<Record<string, string>> = {}) =>
    call(party, path, { method: "POST", headers: { "Content-Type": "application/json", ...more }, body });

  const send = (queue: string, body: string, more: object = {}) =>
    sqs.send(
      new SendMessageCommand({
        QueueUrl: system.queueUrl(queue),
        MessageBody: body,
        ...(queue.endsWith(".fifo")
          ? { MessageGroupId: crypto.randomUUID(), MessageDeduplicationId: crypto.randomUUID() }
          : {}),
        ...more,
      }),
    );

  return { call, post, send };
}

/** A group of calls at once: one function takes several at a time, as it does when it is deployed. */
async function inGroups<T>(items: Iterable<T>, work: (item: T) => Promise<unknown>): Promise<void> {
  let group: Promise<unknown>[] = [];
  for (const item of items) {
    group.push(work(item));
    if (group.length < 8) continue;
    await Promise.all(group);
    group = [];
  }
  await Promise.all(group);
}

async function everyMessage({ system, aviary, packed }: On, { post, send }: Parties): Promise<void> {
  for (const kind of kinds) {
    await inGroups(plantedIn(kind, aviary, { packed, few: false }), ({ message }) =>
      post(kind.sender, kind.path, JSON.stringify(message)),
    );
    if (kind.queue === undefined) continue;
    const { queue } = kind;
    await inGroups(plantedIn(kind, aviary, { packed, few: packed }), ({ message }) =>
      send(queue, JSON.stringify(isBare(kind) ? message : enveloped(kind, message))),
    );
    await system.settle();
  }
}

/** What has no envelope on its queue is a decision or a report. */
const isBare = ({ name }: Kind): boolean => name === "decision" || name === "progress";

const enveloped = ({ happening = "" }: Kind, data: unknown, more: object = {}): object => ({
  specversion: "1.0",
  id: crypto.randomUUID(),
  source: "urn:system:sample",
  type: `se.goteborg.hemvist.${happening}.v1`,
  time: startsAt,
  subject: "sample",
  datacontenttype: "application/json",
  data,
  ...more,
});

/** Envelopes, attributes, headers, addresses, and bodies that are no JSON or in another encoding. */
async function whatStandsAround({ system, aviary }: On, { call, post, send }: Parties): Promise<void> {
  const canary = (content: string, where: string, by = decided) => ({
    kind: "what stands around",
    where,
    content,
    by,
  });
  for (const kind of kinds.filter(({ queue }) => queue !== undefined)) {
    const { queue = "", sender: by, bases } = kind;
    const [base = {}] = bases;
    for (const path of [...fieldsOf("cloud-event"), ["extension"]])
      await send(
        queue,
        JSON.stringify(
          withAt(
            enveloped(kind, base) as Message,
            path,
            aviary.word(canary(around.envelope, pointerOf(path), by)),
          ),
        ),
      );
    for (const body of brokenBodies(kind, aviary)) {
      // SQS takes no control characters.
      await send(queue, body.toString("latin1").replaceAll(/\p{Cc}/gu, ""));
      await post(by, kind.path, body.toString("utf8"));
      await post(by, kind.path, body.toString("latin1"), {
        "Content-Type": "application/json; charset=iso-8859-1",
      });
    }
    const attribute = () => aviary.number(canary(around.attributes, "an attribute", by));
    await send(queue, "{}", {
      MessageAttributes: {
        [aviary.word(canary(around.attributes, "an attribute's name", by))]: {
          DataType: "String",
          StringValue: attribute(),
        },
      },
      ...(queue.endsWith(".fifo")
        ? { MessageGroupId: attribute(), MessageDeduplicationId: attribute() }
        : {}),
    });
  }
  for (const write of Object.values(writings)) {
    const number = () => write(aviary.number(canary(around.address, "the address")));
    const word = () => aviary.word(canary(around.address, "the address"));
    for (const make of [number, word])
      for (const path of [
        (name: string) => `/v1/decisions/sf-centrum/${name}?for=${encodeURIComponent(make())}`,
        (name: string) => `/v1/decisions/${name}/SFC-2026-004711`,
        (name: string) => `/v1/assignments/sf-centrum.${name}.1`,
        (name: string) => `/v1/models/${name}`,
        (name: string) => `/${name}`,
      ])
        await call(decided, path(encodeURIComponent(make())));
  }
  const header = () => aviary.word(canary(around.headers, "a header"));
  const [search] = kinds.filter(({ name }) => name === "search");
  await post(decided, search?.path ?? "", JSON.stringify(search?.bases[0]), {
    "User-Agent": header(),
    "X-Request-Id": header(),
    Referer: header(),
    "Accept-Language": header(),
    Cookie: `name=${header()}`,
    traceparent: header(),
    tracestate: header(),
    "Content-Language": header(),
  });
  await system.settle();
}

function brokenBodies({ sender, name, bases }: Kind, aviary: Aviary): readonly Buffer[] {
  const text = (): string => {
    const word = aviary.word({
      kind: name,
      where: "a body that is no message",
      content: "a value that cannot be read",
      by: sender,
    });
    const number = aviary.number({
      kind: name,
      where: "a body that is no message",
      content: "a value that cannot be read",
      by: sender,
    });
    return JSON.stringify({ ...bases[0], remark: `${word} ${number} Åsa` });
  };
  return [
    Buffer.from(text().slice(0, -3)),
    Buffer.from(text(), "latin1"),
    Buffer.from(text(), "utf16le"),
    Buffer.from(JSON.stringify(text())),
    Buffer.from(`[${text()}]`),
    Buffer.from(Buffer.from(text()).toString("base64")),
    Buffer.from(`${"[".repeat(80)}${text()}${"]".repeat(80)}`),
  ];
}

/** A decision with canaries that is carried out: every message that comes of it, and the mark of protection late. */
async function aLife({ system, aviary }: On, { call, post, send }: Parties): Promise<void> {
  const [decision] = kinds;
  if (decision === undefined) return;
  for (const way of ["over HTTP", "on its queue"]) {
    const whole = lifeOf(decision, aviary, way);
    const [first, second] = whole.ids;
    const trace = traceOf(aviary);
    const tell = async (kind: string, body: Message, path: string) => {
      const its = kinds.find(({ name }) => name === kind);
      if (its === undefined) throw new Error(`there is no ${kind}`);
      if (way === "over HTTP") await post(its.sender, path, JSON.stringify(body), { traceparent: trace });
      else await send(its.queue ?? "", JSON.stringify(enveloped(its, body, { traceparent: trace })));
      await system.settle();
    };
    const say = (content: string, where: string) =>
      aviary.word({ kind: "progress", where, content, by: provider });
    const report = (assignmentId: string | undefined, status: string, more: object = {}) =>
      tell(
        "progress",
        {
          progressId: crypto.randomUUID(),
          assignmentId,
          status,
          occurredAt: "2026-12-27T09:00:00Z",
          ...more,
        },
        `/v1/assignments/${assignmentId}/progress`,
      );
    await tell("decision", whole.message, "/v1/decisions");
    await report(first, "received");
    await report(first, "accepted", { expectedStartOn: "2027-01-07" });
    await report(second, "rejected", {
      reason: { code: "other", whose: "person", text: say("the provider's words", "/reason/text") },
    });
    await report(second, "rejected", {
      reason: { code: "other", whose: "person", text: say("the provider's words", "/reason/text") },
    });
    const proposalId = crypto.randomUUID();
    const proposals = `/v1/assignments/${first}/proposals`;
    await tell(
      "proposal",
      {
        proposalId,
        assignmentId: first,
        wish: { kind: "change-service", service: say("the proposed service", "/wish/service") },
        madeAt: "2026-12-27T09:30:00Z",
      },
      proposals,
    );
    await tell(
      "proposal answer",
      {
        proposalId,
        assignmentId: first,
        answer: "declined",
        reason: "not-needed",
        answeredAt: "2026-12-27T10:00:00Z",
      },
      `${proposals}/${proposalId}/answer`,
    );
    for (const party of [decided, provider, "sf-hisingen", "arbetsmarknadsanstallning"])
      for (const path of [
        `/v1/decisions/${whole.decision.replace(".", "/")}`,
        `/v1/assignments/${first}`,
        `/v1/assignments/${second}`,
      ])
        await call(party, path);
    for (const party of [decided, "sf-hisingen"])
      for (const asked of whole.searches) await post(party, "/v1/person-searches", JSON.stringify(asked));
    await tell("decision", { ...whole.message, revision: 2, person: whole.marked }, "/v1/decisions");
    for (const asked of whole.searches) await post(decided, "/v1/person-searches", JSON.stringify(asked));
  }
}

function lifeOf(kind: Kind, aviary: Aviary, way: string) {
  const put = (content: string, where: string) =>
    aviary.word({ kind: "decision", where, content, by: decided });
  const decisionId = put("an id", "/decisionId");
  const [one, two] = [
    put("an id", "/interventions/0/interventionId"),
    put("an id", "/interventions/1/interventionId"),
  ];
  const number = aviary.number({
    kind: "decision",
    where: "/person/identityNumber",
    content: "the identity number",
    by: decided,
  });
  const caseNumber = put("the case number", "/caseNumber");
  const [base = {}] = kind.bases;
  const [first, second] = base["interventions"] as readonly Message[];
  const message: Message = {
    ...base,
    decisionId,
    caseNumber,
    person: {
      identityNumber: number,
      protectedIdentity: false,
      givenName: put("the name", "/person/givenName"),
      familyName: put("the name", "/person/familyName"),
      replaces: put("the number or reference before", "/person/replaces"),
    },
    workPlan: {
      ...(base["workPlan"] as Message),
      workPlanId: put("what only hemvist needs", "/workPlan/workPlanId"),
    },
    interventions: [
      {
        ...first,
        interventionId: one,
        contact: put("the contact", "/interventions/0/contact"),
        follows: `sf-centrum.${put("the assignment that it follows", "/interventions/0/follows")}.1`,
      },
      { ...second, interventionId: two },
    ],
  };
  const reference = put("SF's reference", "/person/reference");
  return {
    way,
    message,
    decision: `sf-centrum.${decisionId}`,
    ids: [one, two].map((id) => `sf-centrum.${decisionId}.${id}`),
    marked: { protectedIdentity: true, reference },
    searches: [
      { identityNumber: number, purpose: put("what a search asks for", "/purpose") },
      { administration: decided, caseNumber, purpose: "handling-a-case" },
      { administration: decided, reference, purpose: "handling-a-case" },
    ],
  };
}

/** Its thirty-two digits may hold any number. */
const traceOf = (aviary: Aviary): string =>
  `00-${aviary.number({ kind: "what stands around", where: "traceparent", content: around.trace, by: decided }).padStart(32, "a")}-00f067aa0ba902b7-01`;

/** Errors of ours: a record that cannot be read, and a queue that is gone, so that hand-off and Lambda give up. */
async function trouble({ system, aviary, out }: On, { call, post, send }: Parties): Promise<void> {
  const [decision] = kinds;
  if (decision === undefined) return;
  const outsider = system.clientFor("a-tester");
  const [dynamo, sqs] = [new DynamoDBClient(outsider), new SQSClient(outsider)];
  const spoilt = lifeOf(decision, aviary, "spoilt");
  const stuck = lifeOf(decision, aviary, "stuck");
  await post(decided, "/v1/decisions", JSON.stringify(spoilt.message));
  await system.settle();
  await dynamo.send(
    new UpdateItemCommand({
      TableName: "decisions",
      Key: { pk: { S: spoilt.decision } },
      UpdateExpression: "SET stray = :one, version = version + :one",
      ExpressionAttributeValues: { ":one": { N: "1" } },
    }),
  );
  await system.settle();
  const [assignmentId] = spoilt.ids;
  for (const path of [
    `/v1/decisions/${spoilt.decision.replace(".", "/")}`,
    `/v1/assignments/${assignmentId}`,
  ])
    await call(decided, path);
  for (const asked of spoilt.searches) await post(decided, "/v1/person-searches", JSON.stringify(asked));
  await send("decisions-sf-centrum", JSON.stringify({ ...spoilt.message, revision: 2 }));

  const queue = "assignments-kompetenscenter.fifo";
  for (const taken of await takenFrom(queue, { system, sqs })) out(taken);
  await sqs.send(new DeleteQueueCommand({ QueueUrl: system.queueUrl(queue) }));
  await post(decided, "/v1/decisions", JSON.stringify(stuck.message));
  await system.settle();
  await sqs.send(new CreateQueueCommand({ QueueName: queue, Attributes: { FifoQueue: "true" } }));
}

/** Every command of `hemvist ops`, also about ids and reasons that hold a name. */
async function operators({ system, aviary, out, packed }: On): Promise<void> {
  const anna = hemvistOps(system, "anna");
  const bertil = hemvistOps(system, "bertil");
  const word = (content: string) =>
    aviary.word({ kind: "a command", where: "an argument", content, by: "anna" });
  const reason = () => `INC-1 ${word(around.operator)}`;
  const ran = async (by: typeof anna, ...args: readonly string[]) => {
    const done = await by(...args);
    out({ place: places.console, reader: "anna", value: [done.out, done.error] });
    return done;
  };
  const [letter] = await lettersBy(anna);
  const window = ["--from", "2026-12-30T00:00:00Z", "--to", "2026-12-31T00:00:00Z"];
  if (!packed) await ran(anna, "dead-letters");
  const listed = await ran(anna, "dead-letters", "--json");
  const decision = /sf-centrum\.Kanarie-[a-z]{4}/.exec(listed.out)?.[0] ?? "sf-centrum.none";
  if (letter !== undefined) await ran(anna, "explain", letter.id, "--queue", letter.queue);
  if (!packed) await ran(anna, "redrive", "--dry-run");
  await ran(anna, "redrive", "--reason", reason());
  await ran(anna, "redrive", "--decision", decision, "--reason", reason());
  if (letter !== undefined)
    await ran(anna, "discard", letter.id.slice(0, 8), "--queue", letter.queue, "--reason", reason());
  await ran(anna, "discard", "--unreadable", ...(packed ? ["--json"] : []), "--reason", reason());
  if (!packed) await ran(anna, "replay", "--party", provider, ...window, "--dry-run", "--json");
  const asked = await ran(anna, "replay", "--party", decided, ...window, "--reason", reason(), "--json");
  const pending = /"pending":"([^"]+)"/.exec(asked.out)?.[1];
  if (pending !== undefined) await ran(bertil, "approve", pending, "--reason", reason(), "--json");
  await ran(anna, "reconcile", "--from", "2026-12-30", "--to", "2026-12-30", "--json");
  await ran(anna, "view", "--party", decided, "--reason", reason());
  if (!packed) await ran(anna, "view", "--person-of", decision, "--reason", reason());
  await ran(anna, "view", "--person-of", `sf-centrum.${word(around.operatorsId)}`, "--reason", reason());
  await ran(anna, "places", "--decision", decision, "--reason", reason());
  const about = { kind: "a command", where: "--number-from", content: around.operatorsNumber, by: "anna" };
  const folder = await mkdtemp(join(tmpdir(), "hemvist-"));
  const file = join(folder, "number");
  await writeFile(file, aviary.number(about));
  await ran(anna, "audit", "person", "--number-from", file, "--reason", reason());
  await rm(folder, { recursive: true });
  await ran(anna, "audit", "person", "--person-of", decision, "--reason", reason(), "--json");
  if (!packed) await ran(anna, "reseal", "--reason", reason());
  await ran(anna, "doctor");
  await ran(bertil, "journal", ...(packed ? ["--json"] : []), "--reason", reason());
  await system.settle();
}
