import { writeSync } from "node:fs";
import { aDecisionMessage } from "../../test/support/a-message.ts";
import { bareCalls, type Call } from "../baselines/bare-calls.ts";
import type { Contender, Place } from "../baselines/contender.ts";
import { type Hemvist, hemvist } from "../baselines/hemvist.ts";
import { type Engines, startEngines } from "../engines/engines.ts";
import { figureLine } from "../processes.ts";
import { processorTime } from "../processor-time.ts";

/**
 * One contender on fresh engines: takes in decisions, four at a time, and hands on all that they cause. Prints for each
 * stretch the milliseconds for one decision, the processor time of both processes, and the calls.
 */
const [name = "", templates = "", deployed = ""] = process.argv.slice(2);
const many = 100;
/** Decisions in the order in which they are sent. */
interface Stretch {
  readonly from: number;
  readonly count: number;
}
const warmUp: Stretch = { from: 0, count: 40 };
const stretches: readonly Stretch[] = [40, 140, 240].map((from) => ({ from, count: many }));
const atOnce = 4;

const sample = aDecisionMessage();
const decisions = ({ from, count }: Stretch): readonly string[] =>
  Array.from({ length: count }, (_, index) =>
    JSON.stringify({ ...sample, decisionId: `SFC-2026-${String(from + index).padStart(6, "0")}` }),
  );
const deployedHemvist = JSON.parse(deployed) as Hemvist;

function pointTo({ url, queuesUrl }: Engines): void {
  Object.assign(process.env, {
    AWS_REGION: "eu-north-1",
    AWS_ACCESS_KEY_ID: "bench",
    AWS_SECRET_ACCESS_KEY: "local",
    AWS_LAMBDA_FUNCTION_NAME: name,
    POWERTOOLS_IDEMPOTENCY_DISABLED: "false",
    AWS_ENDPOINT_URL: url,
    AWS_ENDPOINT_URL_SQS: queuesUrl,
  });
}

async function contenderOn(place: Place): Promise<Contender> {
  switch (name) {
    case "outbox":
      return (await import("../baselines/outbox.ts")).outbox(place);
    case "powertools":
      return (await import("../baselines/powertools.ts")).powertools(place);
    case "durable-execution":
      return (await import("../baselines/durable-execution.ts")).durableExecution(place);
    default:
      return hemvist(deployedHemvist, place);
  }
}

/** Runs each, so many at a time. */
async function each<Item>(items: readonly Item[], act: (item: Item) => Promise<unknown>): Promise<void> {
  const waiting = [...items];
  const one = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await act(item);
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}

const spentBy = async (engines: Engines): Promise<number> => {
  const { microseconds } = (await engines.ask("/spent")) as { readonly microseconds: number };
  return microseconds + processorTime();
};

/** Prints what an act takes for each decision. */
async function timed(engines: Engines, act: () => Promise<void>): Promise<void> {
  const before = await spentBy(engines);
  const started = performance.now();
  await act();
  const elapsed = performance.now() - started;
  const spent = (await spentBy(engines)) - before;
  writeSync(1, figureLine(name, elapsed / many));
  writeSync(1, figureLine(`${name}:processor`, spent / 1000 / many));
}

/** Every contender must have sent the same: two assignments and one answer for each decision. */
function messagesIn(calls: readonly Call[]): number {
  return calls
    .filter(({ target }) => target === "AmazonSQS.SendMessageBatch")
    .reduce((sum, { body }) => sum + (body as { readonly Entries: readonly unknown[] }).Entries.length, 0);
}

/** All that the engines were called for so far. */
const callsOf = async (engines: Engines): Promise<readonly Call[]> =>
  (await engines.ask("/calls")) as readonly Call[];

async function handsOn(contender: Contender, stretch: Stretch): Promise<void> {
  await each(decisions(stretch), contender.takeIn);
  await contender.handOn();
}

async function run(contender: Contender, engines: Engines): Promise<void> {
  await handsOn(contender, warmUp);
  for (const stretch of stretches) {
    const already = (await callsOf(engines)).length;
    await timed(engines, () => handsOn(contender, stretch));
    const calls = (await callsOf(engines)).slice(already);
    if (messagesIn(calls) !== 3 * many) throw new Error(`${name} sent ${messagesIn(calls)} messages`);
    writeSync(1, figureLine(`${name}:calls`, calls.length / many));
  }
  await contender.end?.();
}

/** Plays hemvist's own calls again, on engines that have seen the same before. */
async function playedAgain(engines: Engines): Promise<void> {
  const [warm = [], ...rest] = await recorded(engines);
  pointTo(engines);
  const play = bareCalls();
  await each(warm, play);
  for (const calls of rest) await timed(engines, () => each(calls, play));
}

/** The calls that hemvist makes in the warm-up and in each stretch, as if it made them to those engines. */
async function recorded(engines: Engines): Promise<readonly (readonly Call[])[]> {
  const first = await startEngines(templates);
  try {
    pointTo(first);
    const contender = hemvist(deployedHemvist, first);
    const parts: Call[][] = [];
    for (const stretch of [warmUp, ...stretches]) {
      const already = (await callsOf(first)).length;
      await handsOn(contender, stretch);
      const calls = (await callsOf(first)).slice(already);
      parts.push(calls.map((call) => ({ ...call, body: elsewhere(call.body, first, engines) })));
    }
    return parts;
  } finally {
    await first.stop();
  }
}

/** A queue's URL names the engine that has it. */
const elsewhere = (body: unknown, from: Engines, to: Engines): unknown =>
  JSON.parse(JSON.stringify(body).replaceAll(from.queuesUrl, to.queuesUrl));

process.stdout.write = () => true;
const engines = await startEngines(templates);
try {
  if (name === "bare-calls") await playedAgain(engines);
  else {
    pointTo(engines);
    await run(await contenderOn(engines), engines);
  }
} finally {
  await engines.stop();
}
process.exit();
