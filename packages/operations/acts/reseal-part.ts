import type { AnswerOf } from "../wire/answers.ts";
import type { AskedFor } from "../wire/asked.ts";
import type { On } from "./act.ts";
import { inParts } from "./in-parts.ts";

/** Ours: a call writes no more records than these, or reads no more, and so ends within a minute. */
const most = { looked: 20_000, resealed: 1000 };

const nothing = { looked: 0, resealed: 0, writtenMeanwhile: 0, unreadable: 0 };

/** Seals the records anew that have an earlier format or key. Nothing else of them changes. */
export async function resealNext(asked: AskedFor<"reseal">, on: On): Promise<AnswerOf<"reseal">> {
  const { answer, goOn } = await inParts(on, asked, {
    command: "reseal",
    reason: asked.reason,
    what: {},
    nothing,
    async part(after) {
      const { next, ...sums } = await on.system.reseal(after, most);
      return { answer: sums, sums, next };
    },
  });
  return { ...answer, ...(goOn === undefined ? {} : { goOn }) };
}
