import { parsedJson } from "@hemvist/contracts";
import * as z from "zod/mini";
import { CannotRun } from "../cannot-run.ts";
import { type Begun, begin, end, endedIfFailed, type Intention, storedCaller } from "../journal/journal.ts";
import { type On, recordOf } from "./act.ts";

/** What an act that reads the whole table has done so far: counts, for the journal. */
export type Sums = Readonly<Record<string, number>>;

interface Asked {
  /** What the answer before gave. Absent for the first part. */
  readonly goOn?: string;
  readonly isStopped?: boolean;
}

interface Part<Answer> {
  readonly answer: Answer;
  readonly sums: Sums;
  /** The key to go on after. Undefined at the end. */
  readonly next: string | undefined;
}

interface InParts<Answer> extends Intention {
  /** The next part of the act, which the journal has by this id. `after` is undefined for the first. */
  readonly part: (after: string | undefined, act: string) => Promise<Part<Answer>>;
  /** The answer if the operator has stopped the act. */
  readonly nothing: Answer;
}

const soFar = z.object({
  begun: z.object({
    act: z.string(),
    at: z.string(),
    who: storedCaller,
    command: z.string(),
    reason: z.string(),
    what: z.record(z.string(), z.unknown()),
  }),
  after: z.string(),
  sums: z.record(z.string(), z.number()),
});

/**
 * An act in parts of some seconds each. The journal has it as one act: its intention before the first part, its result
 * after the last. What links the parts goes along with the caller, sealed, so no part is done that is not on record.
 */
export async function inParts<Answer>(
  on: On,
  { goOn, isStopped = false }: Asked,
  { part, nothing, ...intention }: InParts<Answer>,
): Promise<{ readonly answer: Answer; readonly goOn?: string }> {
  const record = recordOf(on);
  const so = await goneSoFar(on, goOn, intention);
  if (isStopped) {
    await end(record, so.begun, { ...so.sums, stopped: true });
    return { answer: nothing };
  }
  const { answer, sums, next } = await endedIfFailed(record, so.begun, () => part(so.after, so.begun.act));
  const all = added(so.sums, sums);
  if (next === undefined) {
    await end(record, so.begun, all);
    return { answer };
  }
  return {
    answer,
    goOn: await on.system.sealed(JSON.stringify({ begun: so.begun, after: next, sums: all })),
  };
}

async function goneSoFar(
  on: On,
  goOn: string | undefined,
  intention: Intention,
): Promise<{ readonly begun: Begun; readonly after?: string; readonly sums: Sums }> {
  if (goOn === undefined) return { begun: await begin(recordOf(on), intention), sums: {} };
  const so = soFar.parse(parsedJson(await on.system.opened(goOn)));
  const { who, command, reason, what } = so.begun;
  const isTheSame =
    who.userId === on.who.userId &&
    JSON.stringify({ command, reason, what }) ===
      JSON.stringify({ command: intention.command, reason: intention.reason, what: intention.what });
  if (!isTheSame)
    throw new CannotRun({
      sv: "Fortsättningen hör till ett annat kommando: kör det igen från början.",
      en: "The continuation belongs to another command: run it again from the start.",
    });
  return so;
}

const added = (one: Sums, other: Sums): Sums =>
  Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((name) => [
      name,
      (one[name] ?? 0) + (other[name] ?? 0),
    ]),
  );
