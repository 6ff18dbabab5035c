import { interrupted, onInterrupt, type Terminal } from "@hemvist/cli/voice";
import type { RunningSystem } from "@hemvist/local";
import { type Clock, clockOf } from "../clock/clock.ts";
import { countChanges } from "../console/changes.ts";
import { seenOf } from "../console/seen.ts";
import { letThemAct } from "../parties/by-themselves.ts";
import { companyOf } from "../parties/company.ts";
import { desksOf } from "../parties/providers.ts";
import { play } from "../samples/play.ts";
import { playSamples } from "../samples/play-samples.ts";
import { readSamples } from "../samples/samples.ts";
import { summarise } from "../samples/summary.ts";
import { tellThreeYears } from "../story/three-years.ts";
import { bad, detail } from "../voice/printed.ts";
import { keepGoing } from "./keep-going.ts";
import type { Wanted } from "./npm-start.ts";
import { sayWhatIsHere } from "./say-what-is-here.ts";
import { type Hooks, startedFor } from "./started-for.ts";

/** Runs it until it has played what it was to play, or until Ctrl-C. Resolves with the exit status. */
export async function runSandbox(wanted: Wanted, terminal: Terminal): Promise<number> {
  const ending = new AbortController();
  const { signal } = ending;
  const aborted = new Promise<undefined>((resolve) => {
    signal.addEventListener("abort", () => resolve(undefined));
  });
  const ignore = onInterrupt(() => ending.abort());
  const changes = countChanges();
  const hooks: Hooks = { changes, onChange: () => {} };
  try {
    const system = await startedFor({ wanted, terminal, signal, hooks });
    if (system === undefined) return interrupted;
    try {
      const clock = clockFor(system, wanted);
      hooks.sandbox = { system, clock, changes, seen: seenOf(system) };
      const allGood = await Promise.race([played({ system, wanted, terminal }), aborted]);
      if (allGood !== undefined && wanted.exits) return allGood ? 0 : 1;
      if (!signal.aborted) await stayUp({ system, clock, wanted, terminal, hooks, aborted });
      return interrupted;
    } finally {
      await system.stop();
    }
  } finally {
    ignore();
  }
}

/** The parties act by themselves where the samples are played; what has days of its own plays them too. */
function clockFor(system: RunningSystem, { plays }: Wanted): Clock {
  if (plays !== "samples") return clockOf(system);
  const desks = desksOf(companyOf(system));
  return clockOf(system, () => letThemAct(desks, system.now));
}

interface Playing {
  readonly system: RunningSystem;
  readonly wanted: Wanted;
  readonly terminal: Terminal;
}

/** Whether all came out as it should. */
async function played({ system, wanted: { plays, verbose }, terminal }: Playing): Promise<boolean> {
  const company = companyOf(system);
  switch (plays) {
    case "nothing":
      return true;
    case "samples":
      return playSamples(company, { samples: readSamples(), verbose, terminal });
    case "demo":
      return summarise(company, await play(company, { samples: readSamples(), verbose }));
    case "three-years":
      return tellThreeYears(company);
  }
}

async function stayUp({
  system,
  clock,
  wanted,
  terminal,
  hooks,
  aborted,
}: Playing & {
  readonly clock: Clock;
  readonly hooks: Hooks;
  readonly aborted: Promise<undefined>;
}): Promise<void> {
  sayWhatIsHere({ system, clock, wanted, terminal });
  const going = keepGoing(clock, (trouble) => detail(bad(trouble)));
  hooks.onChange = going.soon;
  going.soon();
  await aborted;
  await going.stop();
}
