import type { Letter } from "@hemvist/adapters";
import { type CaseKey, type CaseRecord, caseKeyOf, type Instant } from "@hemvist/casework";
import { judgeLetter } from "../dead-letters/judge-letter.ts";
import { type ReadLetter, type Receipt, readLetter } from "../dead-letters/read-letter.ts";
import { rightOneSince } from "../dead-letters/right-one-since.ts";
import { isForGood, isSendable, type Verdict } from "../dead-letters/verdict.ts";

/** What to do with one letter. */
export interface Step<L extends Letter = Letter> extends ReadLetter<L> {
  readonly verdict: Verdict;
  readonly send: boolean;
  /** When its sender sent one about the same thing that hemvist could read, if hemvist cannot read this one. */
  readonly rightOneSince?: Instant;
}

interface Stored extends Receipt {
  readonly find: (key: CaseKey) => Promise<CaseRecord | undefined>;
}

/**
 * Which letters to send, in which order, and which to leave and why. The order is strict per queue and decision. Each
 * letter is judged on the record as the letters before it would leave it, and none goes out after something newer. SQS
 * keeps no order between queues, so letters of one queue are judged as if those of the other had not been sent.
 */
export async function redrivePlan<L extends Letter>(
  letters: readonly L[],
  stored: Stored,
): Promise<readonly Step<L>[]> {
  const read = letters.map((letter) => readOrNot(letter, stored));
  const groups = Map.groupBy(
    read,
    ({ letter, decision = `alone ${letter.id}` }) => `${letter.queue} ${decision}`,
  );
  const steps: Step<L>[] = [];
  for (const group of groups.values()) {
    const inOrder = group.toSorted((a, b) => (a.order < b.order ? -1 : 1));
    steps.push(...(await stepsOf(inOrder, stored)));
  }
  return steps;
}

/** A letter that cannot be parsed stops no other. Its sender may have written anything. */
function readOrNot<L extends Letter>(letter: L, receipt: Receipt): ReadLetter<L> {
  try {
    return readLetter(letter, receipt);
  } catch {
    return { letter, content: { is: "unreadable", codes: ["not-read"] }, order: letter.sentAt };
  }
}

async function stepsOf<L extends Letter>(
  letters: readonly ReadLetter<L>[],
  stored: Stored,
): Promise<readonly Step<L>[]> {
  const aside = letters.flatMap(({ content }) => (content.is === "event" ? content : []));
  try {
    const standing = await recordOf(letters[0]?.decision, stored.find);
    let record = standing;
    return letters.map((letter) => {
      const { verdict, after } = judgeLetter(letter, { ...stored, record, aside });
      record = after ?? record;
      const since = isForGood(verdict) ? rightOneSince(letter.letter, standing) : undefined;
      return {
        ...letter,
        verdict,
        send: isSendable(verdict),
        ...(since === undefined ? {} : { rightOneSince: since }),
      };
    });
  } catch (error) {
    // A record that a newer version of the code wrote, or one judged by a model that this one lacks.
    const verdict: Verdict = {
      kind: "record-unreadable",
      error: error instanceof Error ? error.name : typeof error,
    };
    return letters.map((letter) => ({ ...letter, verdict, send: false }));
  }
}

async function recordOf(decision: string | undefined, find: Stored["find"]): Promise<CaseRecord | undefined> {
  return decision === undefined ? undefined : find(caseKeyOf(decision));
}
