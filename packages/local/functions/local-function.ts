import { randomUUID } from "node:crypto";
import type { Invoked } from "../metrics/service-metrics.ts";
import { type Outcome, type RunningThread, startThread } from "./running-thread.ts";
import type { ThreadSetting } from "./thread-messages.ts";

/** A function that runs here. */
export interface LocalFunction {
  readonly name: string;
  readonly arn: string;
  readonly invoke: (event: unknown) => Promise<Outcome>;
  /** Invocations running or waiting for a thread. */
  readonly inFlight: () => number;
  /** Kills one thread in the middle of its invocation, as a sandbox dies: that invocation fails. False where none runs. */
  readonly crash: () => boolean;
  /** Ends every process once it is idle, as Lambda does now and then. What starts next has these variables, if any are given. */
  readonly recycle: (environment?: Readonly<Record<string, string>>) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** How many invocations of one function run at once; the rest wait for their turn. */
const THREADS = 2;

export const startFunction = ({
  setting,
  environment: given,
  now,
  onLine,
  onInvoked,
  onTrouble,
}: {
  readonly setting: ThreadSetting;
  readonly environment: Readonly<Record<string, string>>;
  readonly now: () => number;
  readonly onLine: (line: string) => void;
  /** An invocation is over. Its wait for a thread does not count. */
  readonly onInvoked: (invoked: Invoked) => void;
  readonly onTrouble: (trouble: string) => void;
}): LocalFunction => {
  let environment = given;
  const old = new Set<RunningThread>();
  const idle: RunningThread[] = [];
  const all = new Set<RunningThread>();
  const working = new Set<RunningThread>();
  const waiting: (() => void)[] = [];
  let inFlight = 0;
  let busy = 0;

  const takeThread = async (): Promise<RunningThread> => {
    while (busy >= THREADS) await new Promise<void>((resolve) => waiting.push(resolve));
    busy += 1;
    const free = idle.pop();
    if (free?.alive() === true) return free;
    const thread = startThread({ setting, environment, now, onText: asLines(onLine) });
    all.add(thread);
    return thread;
  };

  const giveBack = (thread: RunningThread): void => {
    busy -= 1;
    if (old.delete(thread)) void thread.stop();
    if (thread.alive()) idle.push(thread);
    else all.delete(thread);
    waiting.shift()?.();
  };

  const invoke = async (event: unknown): Promise<Outcome> => {
    inFlight += 1;
    const thread = await takeThread();
    working.add(thread);
    const begun = performance.now();
    try {
      const outcome = await thread.invoke({ requestId: randomUUID(), event: JSON.stringify(event) });
      onInvoked({
        functionName: setting.functionName,
        succeeded: outcome.succeeded,
        tookMs: performance.now() - begun,
        atOnce: working.size,
      });
      if (!outcome.succeeded) onTrouble(`${setting.functionName} failed: ${outcome.payload}`);
      return outcome;
    } finally {
      working.delete(thread);
      giveBack(thread);
      inFlight -= 1;
    }
  };

  return {
    name: setting.functionName,
    arn: setting.functionArn,
    invoke,
    inFlight: () => inFlight,
    crash: () => {
      const [thread] = [...working].filter(({ alive }) => alive());
      void thread?.stop();
      return thread !== undefined;
    },
    recycle: async (next) => {
      environment = next ?? environment;
      for (const thread of working) old.add(thread);
      await Promise.all(idle.splice(0).map((thread) => thread.stop()));
    },
    stop: async () => {
      await Promise.all([...all].map((thread) => thread.stop()));
    },
  };
};

/** Whole lines out of text that comes in pieces; a piece without its line's end waits for the rest. */
const asLines = (onLine: (line: string) => void): ((text: string) => void) => {
  let rest = "";
  return (text) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines.filter((entry) => entry !== "")) onLine(line);
  };
};
