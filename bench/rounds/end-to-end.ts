import { writeSync } from "node:fs";
import { aDecisionMessage } from "../../test/support/a-message.ts";
import { bareCalls, type Call } from "../baselines/bare-calls.ts";
import type { Contender, Place } from "../baselines/contender.ts";
import { type Hemvist, hemvist } from "../baselines/hemvist.ts";
import { type Engines, startEngines } from "../engines/engines.ts";
import { figureLine } from "../processes.ts";
import { processorTime } from "../processor-time.ts";

/**
 * One contender on fresh engines: takes in decisions, four at a time, and hands on all that they cause. Prints the
 * milliseconds for one decision, the processor time of both processes, and the calls.
 */
const [name = "", templates = "", deployed = ""] = process.argv.slice(2);
const warmUp = 40;
const many = 100;
const atOnce = 4;

const sample = aDecisionMessage();
const decisions = (from: number, count: number): readonly string[] =>
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

async function run(contender: Contender, engines: Engines): Promise<readonly Call[]> {
  await each(decisions(0, warmUp), contender.takeIn);
  await contender.handOn();
  const already = ((await engines.ask("/calls")) as readonly Call[]).length;
  await timed(engines, async () => {
    await each(decisions(warmUp, many), contender.takeIn);
    await contender.handOn();
  });
  const calls = ((await engines.ask("/calls")) as readonly Call[]).slice(already);
  if (messagesIn(calls) !== 3 * many) throw new Error(`${name} sent ${messagesIn(calls)} messages`);
  writeSync(1, figureLine(`${name}:calls`, calls.length / many));
  await contender.end?.();
  return calls;
}

/** Plays hemvist's own calls again, on engines that have seen the same before. */
async function playedAgain(engines: Engines): Promise<void> {
  const first = await startEngines(templates);
  pointTo(first);
  const all: Call[] = [];
  try {
    const contender = hemvist(deployedHemvist, first);
    await each(decisions(0, warmUp), contender.takeIn);
    await contender.handOn();
    const warm = ((await first.ask("/calls")) as readonly Call[]).length;
    await each(decisions(warmUp, many), contender.takeIn);
    await contender.handOn();
    all.push(...((await first.ask("/calls")) as readonly Call[]));
    pointTo(engines);
    const play = bareCalls();
    const here = all.map((call) => ({ ...call, body: elsewhere(call.body, first, engines) }));
    await each(here.slice(0, warm), play);
    await timed(engines, () => each(here.slice(warm), play));
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
