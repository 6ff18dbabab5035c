import { partiesOf } from "@hemvist/rules";
import type { Context } from "aws-lambda";
import { type IdMarks, log } from "./log.ts";
import { writeMetrics } from "./measure.ts";
import { readMunicipality } from "./settings.ts";

/** One look at what a setting names; it changes nothing, and rejects where the setting leads nowhere. */
type Read = () => Promise<unknown>;

interface SelfChecking<Settings, Event, Answer> {
  readonly settings: Settings;
  /** For each setting, what is read to see that it names what is there and may be used. */
  readonly reads: { readonly [Name in keyof Settings]: Readonly<Record<string, Read>> };
  /** What stands for ids in the log that may be names. */
  readonly marks: IdMarks;
  readonly handler: (event: Event, context: Context) => Promise<Answer>;
}

/** What a function says when it has found everything that its settings name. */
interface Passed {
  readonly selfCheck: "passed";
  readonly reads: readonly string[];
}

/** A setting that can be read leads to nothing, or to what this function may not use. */
class SelfCheckFailed extends Error {
  override readonly name = "SelfCheckFailed";
}

/**
 * A handler that checks itself when it gets an empty event. A deployment calls it so before any caller can reach it. By
 * then the function has started, so its settings are there and valid. The check looks for what they name.
 *
 * An error that leaves the handler leaves its text behind. Lambda writes the text of an error to the log, and into the
 * queue for failed runs, and it can quote a decision.
 */
export function selfChecking<Settings extends object, Event, Answer>({
  reads,
  marks,
  handler,
}: SelfChecking<Settings, Event, Answer>): (event: Event, context: Context) => Promise<Answer | Passed> {
  const { administrations } = partiesOf(readMunicipality());
  log.showIds({ administrations, markOf: marks.of });
  return async (event, context) => {
    log.during(context.awsRequestId);
    await marks.learn();
    return isNothing(event)
      ? selfCheck(Object.entries<Readonly<Record<string, Read>>>(reads))
      : withoutText(() => handler(event, context));
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

/** @throws SelfCheckFailed with the names of settings and the kinds of errors, never a value or an error's text */
async function selfCheck(
  settings: readonly (readonly [string, Readonly<Record<string, Read>>])[],
): Promise<Passed> {
  const reads = settings.flatMap(([setting, its]) =>
    Object.entries(its).map(([what, read]) => ({ name: `${setting}.${what}`, read })),
  );
  const failed = await Promise.all(
    reads.map(async ({ name, read }) => {
      try {
        await patiently(read);
        return [];
      } catch (error) {
        return [`${name} (${error instanceof Error ? error.name : typeof error})`];
      }
    }),
  );
  if (failed.flat().length > 0)
    throw new SelfCheckFailed(`Settings that lead nowhere: ${failed.flat().join(", ")}`);
  const names = reads.map(({ name }) => name);
  log.info("self-check passed", { settings: settings.map(([setting]) => setting) });
  return { selfCheck: "passed", reads: names };
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
