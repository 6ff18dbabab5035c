import { isOf } from "@hemvist/rules";
import { incomingQueues } from "../addresses.ts";
import { type Holding, listed } from "../dead-letters/holding.ts";
import { type Depths, depthsOf } from "../reconcile/depths.ts";
import { reconcilePart } from "../reconcile/reconcile.ts";
import { recordsAtOnce } from "../records-at-once.ts";
import type { AnswerOf } from "../wire/answers.ts";
import type { AskedFor } from "../wire/asked.ts";
import type { On } from "./act.ts";
import { notReached } from "./trouble.ts";

const decisionQueues = incomingQueues.filter((queue) => isOf("decisions", queue));

/** Compares a part of the records, and with the last part what lies aside. It only reads. */
export async function reconcileNext(
  { from, to, party, sent, after }: AskedFor<"reconcile">,
  { system }: On,
): Promise<AnswerOf<"reconcile">> {
  const part = recordsAtOnce(system, after);
  let aside: (Holding & Depths) | undefined;
  const compared = await reconcilePart(
    {
      records: part.records,
      receiptsOf: system.receiptsOf,
      isContinued: after !== undefined,
      ...(sent === undefined ? {} : { sent }),
      async aside() {
        if (part.next() !== undefined) return undefined;
        const looked = await listed(await system.letters(), decisionQueues);
        const waiting = await depthsOf(system.depth);
        aside = { ...looked, ...waiting, notLookedAt: [...looked.notLookedAt, ...waiting.notLookedAt] };
        return aside;
      },
    },
    { from, to, now: system.now, ...(party === undefined ? {} : { party }) },
  );
  const next = part.next();
  return {
    ...compared,
    ...(next === undefined ? {} : { after: next }),
    unseen: aside?.unseen ?? 0,
    notLookedAt: notReached(aside?.notLookedAt ?? []),
  };
}
