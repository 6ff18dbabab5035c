import { partiesOf, trialParty } from "@hemvist/rules";
import type { Context } from "aws-lambda";
import { type IdMarks, log } from "./log.ts";
import { writeMetrics } from "./measure.ts";
import { readMunicipality } from "./settings.ts";

/** One look at what a setting names; it changes nothing, and rejects where the setting leads nowhere. */
type Read = () => Promise<unknown>;

/** For each setting, what is read to see that it names what is there and may be used. */
type Reads<Settings> = { readonly [Name in keyof Settings]: Readonly<Record<string, Read>> };

interface SelfChecking<Settings, Event, Answer> {
  readonly settings: Settings;
  readonly reads: Reads<Settings>;
  /** What stands for ids in the log that may be names. */
  readonly marks: IdMarks;
  readonly handler: (event: Event, context: Context) => Promise<Answer>;
}

/** What a function says when it has found everything that its settings name. */
interface Passed {
  readonly selfCheck: "passed";
  readonly reads: readonly string[];
}

/** One read of a self-check, and the kind of error if it failed. */
interface Checked {
  /** The setting, and what was read. */
  readonly name: string;
  readonly error?: string;
}

/** What a function says to an operator who asks how it is. It throws nothing, so no alarm goes off. */
interface Told {
  readonly selfCheck: "told";
  readonly checks: readonly Checked[];
}

/** A setting that can be read leads to nothing, or to what this function may not use. */
class SelfCheckFailed extends Error {
  override readonly name = "SelfCheckFailed";
}

/**
 * A handler that checks itself when it gets an empty event. A deployment calls it so before any caller can reach it. By
 * then the function has started, so its settings are there and valid. The check looks for what they name. It answers the
 * same to `{ "selfCheck": "tell" }`, check by check: `hemvist ops doctor` asks so.
 *
 * An error that leaves the handler leaves its text behind. Lambda writes the text of an error to the log, and into the
 * queue for failed runs, and it can quote a decision.
 */
export function selfChecking<Settings extends object, Event, Answer>({
  reads,
  marks,
  handler,
}: SelfChecking<Settings, Event, Answer>): (
  event: Event,
  context: Context,
) => Promise<Answer | Passed | Told> {
  const { administrations } = partiesOf(readMunicipality());
  log.showIds({ administrations: [...administrations, trialParty], markOf: marks.of });
  return async (event, context) => {
    log.during(context.awsRequestId);
    await marks.learn();
    if (isNothing(event)) return passed(await checksOf(reads));
    if (isQuestion(event)) return { selfCheck: "told", checks: await checksOf(reads) };
    return withoutText(() => handler(event, context));
  };
}

async function withoutText<Answer>(run: () => Promise<Answer>): Promise<Answer> {
  try {
    return await run();
  } catch (error) {
    log.error("run failed", error);
    const bare = new Error("");
    bare.name = error instanceof Error ? error.name : typeof error;
    throw bare;
  } finally {
    writeMetrics();
  }
}

const isNothing = (event: unknown): boolean =>
  event === undefined || event === null || (typeof event === "object" && Object.keys(event).length === 0);

const isQuestion = (event: unknown): boolean =>
  typeof event === "object" && event !== null && "selfCheck" in event && event.selfCheck === "tell";

/** Reads all that the settings name, side by side. */
export const checksOf = <Settings extends object>(reads: Reads<Settings>): Promise<readonly Checked[]> =>
  Promise.all(
    Object.entries<Readonly<Record<string, Read>>>(reads).flatMap(([setting, its]) =>
      Object.entries(its).map(([what, read]) => checked(`${setting}.${what}`, read)),
    ),
  );

/** The kind of an error, never its text. */
async function checked(name: string, read: Read): Promise<Checked> {
  try {
    await patiently(read);
    return { name };
  } catch (error) {
    return { name, error: error instanceof Error ? error.name : typeof error };
  }
}

/** @throws SelfCheckFailed with the names of settings and the kinds of errors, never a value */
function passed(checks: readonly Checked[]): Passed {
  const failed = checks.flatMap(({ name, error }) => (error === undefined ? [] : [`${name} (${error})`]));
  if (failed.length > 0) throw new SelfCheckFailed(`Settings that lead nowhere: ${failed.join(", ")}`);
  const reads = checks.map(({ name }) => name);
  log.info("self-check passed", { settings: [...new Set(reads.map((name) => name.replace(/\..*/, "")))] });
  return { selfCheck: "passed", reads };
}

const passing = /^(?:AccessDenied|IssuerUnreachable)/;

/** Ours: ten seconds in all, half of what the shortest timeout among the functions leaves. */
const patience = { attempts: 6, pauseMs: 2000 };

/** AWS takes some seconds to apply a changed role, and an issuer may be slow: such a read is tried again. */
async function patiently(read: Read): Promise<unknown> {
  for (let attempt = 1; attempt < patience.attempts; attempt += 1) {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof Error && passing.test(error.name))) throw error;
      await new Promise((resolve) => setTimeout(resolve, patience.pauseMs));
    }
  }
  return read();
}
