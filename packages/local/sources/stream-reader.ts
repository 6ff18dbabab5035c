import type { LocalFunction } from "../functions/local-function.ts";
import { asManyAsFit } from "../functions/payload-limits.ts";
import type { Outcome } from "../functions/running-thread.ts";
import type { ChangeRecord } from "../tables/change-feed.ts";
import { jsonOf, listOf, parsedJson } from "../templates/json.ts";
import type { Instant } from "../time/virtual-clock.ts";
import type { Reader } from "./queue-reader.ts";

export interface StreamSource {
  readonly streamArn: string;
  readonly batchSize: number;
  readonly bisects: boolean;
  readonly reportsItemFailures: boolean;
  /** After the first attempt. Lambda's own default is as often as it takes; there it blocks its shard for a day. */
  readonly maximumRetries: number;
  /** How old a record may be when it is sent to the function, in milliseconds. */
  readonly maximumAgeMs: number;
}

/** Records given up, and how. */
export interface GivenUp {
  readonly records: readonly ChangeRecord[];
  readonly condition: "RetryAttemptsExhausted" | "RecordAgeExceeded";
  readonly attempts: number;
  /** Of the last attempt; absent for a record that was too old before any. */
  readonly outcome?: Outcome | undefined;
}

type Earlier = Pick<GivenUp, "attempts" | "outcome">;
const none: Earlier = { attempts: 0 };

/** A DynamoDB stream's event source: one shard, its records in order, one batch at a time. */
export const startStreamReader = ({
  source,
  target,
  retryAfterMs,
  now,
  giveUp,
  onTrouble,
}: {
  readonly source: StreamSource;
  readonly target: LocalFunction;
  readonly retryAfterMs: number;
  readonly now: () => Instant;
  readonly giveUp: (given: GivenUp) => Promise<void>;
  readonly onTrouble: (trouble: string) => void;
}): Reader & {
  readonly take: (record: ChangeRecord) => void;
} => {
  const pending: ChangeRecord[] = [];
  let restarts = 0;
  let running = false;
  let stopped = false;
  let paused = false;

  const isTooOld = ({ dynamodb }: ChangeRecord): boolean =>
    now() - dynamodb.ApproximateCreationDateTime * 1000 > source.maximumAgeMs;

  /** Works one batch off, whatever it takes: at the end each of its records is done or given up. */
  const work = async (given: readonly ChangeRecord[], earlier: Earlier = none): Promise<void> => {
    const old = given.filter(isTooOld);
    const { attempts: earlierAttempts } = earlier;
    if (old.length > 0 && !stopped)
      await giveUp({ records: old, condition: "RecordAgeExceeded", ...earlier });
    const records = given.filter((record) => !old.includes(record));
    if (records.length === 0 || stopped) return;
    const before = restarts;
    const outcome = await target.invoke({ Records: records });
    if (restarts !== before) return retry(records, earlier);
    const first = firstFailed({ outcome, records, reportsItemFailures: source.reportsItemFailures });
    if (first === undefined) return;
    if (first > 0) return retry(records.slice(first), none);
    if (!outcome.succeeded && source.bisects && records.length > 1) {
      // A split does not count as an attempt.
      const middle = Math.ceil(records.length / 2);
      await work(records.slice(0, middle), earlier);
      return work(records.slice(middle), earlier);
    }
    const attempts = earlierAttempts + 1;
    if (attempts > source.maximumRetries)
      return giveUp({ records, condition: "RetryAttemptsExhausted", attempts, outcome });
    return retry(records, { attempts, outcome });
  };

  const retry = async (records: readonly ChangeRecord[], earlier: Earlier): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, retryAfterMs));
    return work(records, earlier);
  };

  const run = async (): Promise<void> => {
    while (pending.length > 0 && !stopped && !paused) {
      const batch = asManyAsFit(pending.slice(0, source.batchSize));
      await work(pending.splice(0, batch.length));
    }
  };

  const wake = (): void => {
    if (running || stopped || paused || pending.length === 0) return;
    running = true;
    run()
      .catch((error: unknown) => onTrouble(`the reader of ${source.streamArn} stopped: ${String(error)}`))
      .finally(() => {
        running = false;
        wake();
      });
  };

  return {
    take: (record) => {
      pending.push(record);
      wake();
    },
    wake,
    isPaused: () => paused,
    forget: () => {
      pending.length = 0;
    },
    doing: () => (running ? `${source.streamArn} is being read` : undefined),
    pause: () => {
      paused = true;
    },
    resume: () => {
      paused = false;
      wake();
    },
    restart: () => {
      restarts += 1;
    },
    stop: () => {
      stopped = true;
    },
  };
};

/**
 * Where to go on from. Lambda takes the lowest sequence number reported as its checkpoint: what comes before is
 * done, what comes after is sent again, reported or not.
 */
const firstFailed = ({
  outcome,
  records,
  reportsItemFailures,
}: {
  readonly outcome: Outcome;
  readonly records: readonly ChangeRecord[];
  readonly reportsItemFailures: boolean;
}): number | undefined => {
  if (!outcome.succeeded) return 0;
  if (!reportsItemFailures) return undefined;
  const failed = listOf(parsedJson(outcome.payload)["batchItemFailures"]).map(
    (entry) => jsonOf(entry)["itemIdentifier"],
  );
  if (failed.length === 0) return undefined;
  const first = records.findIndex(({ dynamodb }) => failed.includes(dynamodb.SequenceNumber));
  return Math.max(0, first);
};
