import { holdsIdentityNumber } from "@hemvist/contracts";
import { CannotRun } from "../cannot-run.ts";

/** Who calls, by what AWS answers. An argument never says it. */
export interface Caller {
  readonly account: string;
  /** AWS's own id of them: for an assumed role `<role id>:<session name>`. */
  readonly userId: string;
  readonly arn: string;
}

/** What an operator is about to do, or has done. Ids and counts, nothing about a person. */
export interface Entry {
  readonly act: string;
  readonly phase: "intended" | "done";
  readonly at: string;
  readonly who: Caller;
  readonly command: string;
  readonly reason: string;
  /** What it concerns: ids of letters, decisions, messages. */
  readonly what: Readonly<Record<string, unknown>>;
  readonly outcome?: Readonly<Record<string, unknown>>;
}

/** Stores entries once, and never changes them. */
export interface Journal {
  readonly caller: () => Promise<Caller>;
  /** Writes a new entry. @throws where one stands at the key, or the journal cannot be written */
  readonly add: (key: string, entry: Entry, caller: Caller) => Promise<void>;
}

interface Act<T> {
  readonly command: string;
  readonly reason: string | undefined;
  readonly what: Readonly<Record<string, unknown>>;
  readonly now: () => string;
  readonly run: () => Promise<T>;
  /** The result, for the second entry. */
  readonly outcomeOf: (done: T) => Readonly<Record<string, unknown>>;
}

/**
 * Runs an act that must be on record. It writes the intention first, and the result after. If it cannot write the
 * intention, it does nothing. An intention without a result is an act that was cut off.
 */
export async function onRecord<T>(
  journal: Journal,
  { command, reason, what, now, run, outcomeOf }: Act<T>,
): Promise<T> {
  const why = reasonIn(reason);
  const act = crypto.randomUUID();
  const at = now();
  const begun = { act, at, command, reason: why, what };
  const who = await begin(journal, { ...begun, phase: "intended" });
  const end = async (outcome: Readonly<Record<string, unknown>>): Promise<void> => {
    const entry: Entry = { ...begun, who, phase: "done", at: now(), outcome };
    await journal.add(keyOf(who, { act, at, phase: "done" }), entry, who).catch((error: unknown) => {
      throw new CannotRun(
        {
          sv: `Se vad som blev gjort med hemvist ops dead-letters och reconcile, och meddela den som granskar, eftersom avsikten ${act} står i journalen men utfallet inte kunde skrivas där`,
          en: `See what was done with hemvist ops dead-letters and reconcile, and notify the auditor, since the intention ${act} is on record but its outcome could not be put on record`,
        },
        { cause: error },
      );
    });
  };
  let done: T;
  try {
    done = await run();
  } catch (error) {
    await end({ failed: nameOf(error) });
    throw error;
  }
  await end(outcomeOf(done));
  return done;
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

async function begin(journal: Journal, entry: Omit<Entry, "who">): Promise<Caller> {
  try {
    const who = await journal.caller();
    await journal.add(keyOf(who, entry), { ...entry, who }, who);
    return who;
  } catch (error) {
    throw new CannotRun(
      {
        sv: "Inget är gjort, eftersom det först inte kunde skrivas i journalen",
        en: "Nothing was done, since it could not be put on record first",
      },
      { cause: error },
    );
  }
}

/** The caller's own id comes first. The bucket refuses every write under another person's id. */
const keyOf = ({ userId }: Caller, { at, act, phase }: Pick<Entry, "at" | "act" | "phase">): string =>
  `${userId}/${at}-${act}-${phase}.json`;

const longest = 200;

/**
 * The reason for an act, as it is kept for good.
 * @throws CannotRun where there is none, or it must not be kept
 */
export function reasonIn(reason: string | undefined): string {
  if (reason === undefined || reason.trim() === "")
    throw new CannotRun({
      sv: 'Ange varför med --reason "…", som ett ärendenummer: det sparas för gott.',
      en: 'Say why with --reason "…", such as an incident\'s number: it is kept for good.',
    });
  if (reason.length > longest)
    throw new CannotRun({
      sv: `Skälet får ha högst ${longest} tecken.`,
      en: `The reason has at most ${longest} characters.`,
    });
  if (holdsIdentityNumber(reason))
    throw new CannotRun({
      sv: "Skälet innehåller ett personnummer: skriv det utan.",
      en: "The reason holds an identity number: write it without.",
    });
  return reason;
}
