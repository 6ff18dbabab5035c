import type { LocalFunction } from "../functions/local-function.ts";
import { asManyAsFit } from "../functions/payload-limits.ts";
import type { Outcome } from "../functions/running-thread.ts";
import type { ChangeRecord } from "../tables/change-feed.ts";
import { jsonOf, listOf, parsedJson } from "../templates/json.ts";
import type { Reader } from "./queue-reader.ts";

export interface StreamSource {
  readonly streamArn: string;
  readonly batchSize: number;
  readonly bisects: boolean;
  readonly reportsItemFailures: boolean;
  /** After the first attempt. Lambda's own default is as often as it takes; there it blocks its shard for a day. */
  readonly maximumRetries: number;
}

/** Records given up, and how. */
export interface GivenUp {
  readonly records: readonly ChangeRecord[];
  readonly attempts: number;
  readonly outcome: Outcome;
}

/** A DynamoDB stream's event source: one shard, its records in order, one batch at a time. */
export const startStreamReader = ({
  source,
  target,
  retryAfterMs,
  giveUp,
  onTrouble,
}: {
  readonly source: StreamSource;
  readonly target: LocalFunction;
  readonly retryAfterMs: number;
  readonly giveUp: (given: GivenUp) => Promise<void>;
  readonly onTrouble: (trouble: string) => void;
}): Reader & { readonly take: (record: ChangeRecord) => void } => {
  const pending: ChangeRecord[] = [];
  let restarts = 0;
  let running = false;
  let stopped = false;

  /** Works one batch off, whatever it takes: at the end each of its records is done or given up. */
  const work = async (records: readonly ChangeRecord[], earlierAttempts = 0): Promise<void> => {
    if (records.length === 0 || stopped) return;
    const before = restarts;
    const outcome = await target.invoke({ Records: records });
    if (restarts !== before) return retry(records, earlierAttempts);
    const first = firstFailed({ outcome, records, reportsItemFailures: source.reportsItemFailures });
    if (first === undefined) return;
    if (first > 0) return retry(records.slice(first), 0);
    if (!outcome.succeeded && source.bisects && records.length > 1) {
      // A split does not count as an attempt.
      const middle = Math.ceil(records.length / 2);
      await work(records.slice(0, middle), earlierAttempts);
      return work(records.slice(middle), earlierAttempts);
    }
    const attempts = earlierAttempts + 1;
    if (attempts > source.maximumRetries) return giveUp({ records, attempts, outcome });
    return retry(records, attempts);
  };

  const retry = async (records: readonly ChangeRecord[], attempts: number): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, retryAfterMs));
    return work(records, attempts);
  };

  const run = async (): Promise<void> => {
    while (pending.length > 0 && !stopped) {
      const batch = asManyAsFit(pending.slice(0, source.batchSize));
      await work(pending.splice(0, batch.length));
    }
  };

  const wake = (): void => {
    if (running || stopped || pending.length === 0) return;
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
    doing: () => (running ? `${source.streamArn} is being read` : undefined),
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
