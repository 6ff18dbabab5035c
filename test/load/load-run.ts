import type { Seal } from "@hemvist/adapters";
import type { Calls, RunningSystem } from "@hemvist/local";
import { startHemvist } from "../../packages/sandbox/hemvist.ts";
import { caseSystems, type SentMessage } from "./case-systems.ts";
import { type Compared, compared, type Loaded } from "./compared.ts";
import { lyingIn, sealOf } from "./lying-in.ts";
import { drain, readByParties } from "./parties-queues.ts";
import { plannedDecisions } from "./planned-decisions.ts";
import { providers } from "./providers.ts";
import { type Restarts, restarts } from "./restarts.ts";
import { nothingSeen, partyOf, type Seen, seeChange, seeLog, seeMessage } from "./seen.ts";

export interface LoadOptions {
  readonly decisions: number;
  /** How many of them are sent twice, from 0 to 1. */
  readonly duplicates: number;
  readonly seed: number;
  /** Synthesised templates; made for the run unless given. */
  readonly templates?: string;
  /** Gets the progress. */
  readonly say?: (progress: string) => void;
}

export interface LoadResult extends Compared {
  readonly loaded: Loaded;
  readonly restarts: Restarts;
  readonly calls: Calls;
  /** From the first message sent until everything was at rest, follow-ups and reading the queues included. */
  readonly seconds: number;
  /** The processor's time for the same, of all threads: it does not hang on what else the machine does. */
  readonly processorSeconds: number;
}

/** Three working days, a Monday first; the second and the third go on with what the days before began. At Stockholm's nine. */
const mornings = ["2026-11-02T08:00:00Z", "2026-11-03T08:00:00Z", "2026-11-04T08:00:00Z"] as const;
/** When nothing has an excuse for being under way. */
const evening = "2026-11-04T15:30:00Z";
const patienceMs = 60 * 60_000;

/** Runs hemvist on this machine under load, restarts included, until it is at rest, and reconciles. */
export async function loadRun(options: LoadOptions): Promise<LoadResult> {
  const { decisions, seed, templates, say = () => {} } = options;
  const seen = nothingSeen();
  const struck = restarts({
    seed,
    changes: 2 * decisions,
    crashes: Math.max(6, Math.round(decisions / 400)),
  });
  // A body is opened with the key of the running system: what is seen waits for it, and keeps its order.
  const seal = Promise.withResolvers<Seal>();
  let seeing: Promise<unknown> = seal.promise;
  const inOrder = (see: (its: Seal) => unknown): void => {
    seeing = seeing.then(async () => see(await seal.promise));
  };
  let running: RunningSystem | undefined;
  const system = await startHemvist({
    startsAt: mornings[0],
    patienceMs,
    ...(templates === undefined ? {} : { templates }),
    onLog: (line) => inOrder(() => seeLog(seen, line)),
    onChange: (record) => {
      inOrder((its) => seeChange(seen, record, its));
      if (running !== undefined) struck.onChange(running);
    },
  });
  running = system;
  seal.resolve(sealOf(system));
  try {
    const started = performance.now();
    const before = process.cpuUsage();
    const { sent, reports } = await live(system, { ...options, seen, say });
    const seconds = (performance.now() - started) / 1000;
    const { user, system: kernel } = process.cpuUsage(before);
    const processorSeconds = (user + kernel) / 1_000_000;
    const calls = system.calls();
    say("reconciling");
    await seeing;
    const now = `${system.now().slice(0, 19)}Z`;
    const loaded = { sent, reports, seen, ...(await lyingIn(system)), from: mornings[0], now };
    return { ...(await compared(loaded)), loaded, restarts: struck.done(), calls, seconds, processorSeconds };
  } finally {
    await system.stop();
  }
}

interface Living extends LoadOptions {
  readonly seen: Seen;
  readonly say: (progress: string) => void;
}

async function live(system: RunningSystem, { decisions, duplicates, seed, seen, say }: Living) {
  const sent: SentMessage[] = [];
  const plan = plannedDecisions(seed);
  const carryOut = providers(system, seed);
  const send = caseSystems(system, (messages) => sent.push(...messages));
  const progress = setInterval(() => {
    say(`${system.now().slice(0, 10)}  ${sent.length} sent, ${seen.versions.size} decisions stored`);
  }, 1000);

  const takeAll = async (kind: string): Promise<void> => {
    const queues = readByParties(system).filter((queue) => queue.startsWith(kind));
    await Promise.all(
      queues.map((queue) =>
        drain(system, queue, (body) => {
          const message = seeMessage(seen, queue, body);
          if (message !== undefined && kind === "assignments") carryOut.hear(partyOf(queue), message);
        }),
      ),
    );
  };

  try {
    for (const [index, morning] of mornings.entries()) {
      if (index > 0) await system.advance(morning, { every: "day" });
      const share = Math.ceil((decisions * (index + 1)) / mornings.length) - made(decisions, index);
      await takeAll("assignments");
      // While the case systems send, the providers go on with what they have.
      await Promise.all([send(plan.day(system.now(), { decisions: share, duplicates })), carryOut.report()]);
      await takeAll("assignments");
      await carryOut.report();
      await system.settle();
      if (index === mornings.length - 1) await system.advance(evening, { every: "day" });
      await takeAll("assignments");
      await takeAll("inbox");
    }
  } finally {
    clearInterval(progress);
  }
  return { sent, reports: carryOut.sent };
}

/** How many decisions the days before have made. */
const made = (decisions: number, days: number): number =>
  days === 0 ? 0 : Math.ceil((decisions * days) / mornings.length);
