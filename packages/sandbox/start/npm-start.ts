import { type CommandLine, type Given, Refusal, type Terminal } from "@hemvist/cli/voice";
import { everyFault } from "../faults/every-fault.ts";
import type { Fault } from "../faults/fault.ts";
import { isWell, rehearse } from "../faults/rehearse.ts";
import { opening } from "../samples/play.ts";
import { flags } from "./flags.ts";
import { runSandbox } from "./run-sandbox.ts";

/** How hemvist is to be run here. */
export interface Wanted {
  readonly port: number;
  /** RFC 3339; the real time where undefined. */
  readonly startsAt: string | undefined;
  readonly plays: "nothing" | "samples" | "demo" | "three-years";
  /** Whether it ends by itself when it has played. */
  readonly exits: boolean;
  readonly verbose: boolean;
}

export const npmStart: CommandLine = {
  name: "npm start --",
  summary: {
    sv: "Kör hemvist på den här datorn, så som det driftsätts, med parter runt omkring.",
    en: "Runs hemvist on this machine, as it is deployed, with parties around it.",
  },
  usage: "[--port N] [--now INSTANT] [--empty]",
  flags: Object.values(flags),
  after: {
    sv: "Ctrl-C avslutar. Inget blir kvar.",
    en: "Ctrl-C ends it. Nothing is left behind.",
  },
  run: (given, terminal: Terminal) => {
    const fault = given.value(flags.fault);
    if (fault !== undefined && saysMore(given)) throw faultAlone;
    return fault === undefined ? runSandbox(wantedIn(given), terminal) : rehearsed(fault, terminal);
  },
};

/** A fault has days and ports of its own. `--exit` is what `npm run demo` says. */
const saysMore = (given: Given): boolean =>
  given.has(flags.empty) ||
  given.has(flags.verbose) ||
  given.value(flags.now) !== undefined ||
  given.value(flags.story) !== undefined ||
  (given.value(flags.port) ?? 0) !== 0;

const faultAlone = new Refusal({
  sv: "--fault går inte ihop med något annat än --lang.",
  en: "--fault goes with nothing but --lang.",
});

/** The names, one a line, or one fault from its alarm to its end. Resolves with the exit status. */
async function rehearsed(fault: Fault | "help", terminal: Terminal): Promise<number> {
  if (fault !== "help") return isWell(await rehearse(fault, terminal)) ? 0 : 1;
  for (const { name } of everyFault) terminal.line(name);
  return 0;
}

function wantedIn(given: Given): Wanted {
  const exits = given.has(flags.exit);
  const story = given.value(flags.story);
  const isEmpty = given.has(flags.empty);
  const now = given.value(flags.now);
  const isPlayed = exits || story !== undefined;
  if (isPlayed && isEmpty) throw notBoth("--empty");
  if (isPlayed && now !== undefined) throw notBoth("--now");
  return {
    port: given.value(flags.port) ?? 0,
    startsAt: isPlayed ? opening : now,
    plays: isEmpty ? "nothing" : (story ?? (exits ? "demo" : "samples")),
    exits,
    verbose: given.has(flags.verbose),
  };
}

/** What is played to its end has days of its own. */
const notBoth = (flag: string): Refusal =>
  new Refusal({
    sv: `${flag} går inte ihop med --exit eller --story: det som spelas upp har egna dagar.`,
    en: `${flag} does not go with --exit or --story: what is played has days of its own.`,
  });
