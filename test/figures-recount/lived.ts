import { type CaseRecord, followUp, receive, reportProgress } from "@hemvist/casework";
import { contentHash } from "@hemvist/contracts";
import { goteborg } from "../support/goteborg.ts";
import type { Heard } from "./messages.ts";

/** After all that the made-up years hold. */
const afterAll = "2028-12-31T06:00:00Z";

/**
 * The record that one decision's messages lead to, with the follow-ups in between.
 *
 * @throws where one of the messages is refused or returned: the clerk would count what hemvist does not
 */
export function lived(heard: readonly Heard[], until = afterAll): CaseRecord | undefined {
  let record: CaseRecord | undefined;
  for (const message of heard) {
    if (message.heardAt >= until) break;
    record = afterMessage(record && followedUp(record, message.heardAt), message);
  }
  return record && followedUp(record, until);
}

function afterMessage(before: CaseRecord | undefined, { heardAt, decision, report }: Heard): CaseRecord {
  const cause = { municipality: goteborg, at: heardAt, causationId: heardAt };
  const next =
    decision === undefined
      ? before && reportProgress(before, report, { cause })
      : receive(
          before,
          { decision, contentHash: contentHash(decision), personKey: decision.decisionId },
          cause,
        );
  if (next?.kind !== "recorded" || next.record.returned !== undefined)
    throw new Error(`refused: ${whyNot(next)}`);
  return next.record;
}

const whyNot = (next: ReturnType<typeof receive> | ReturnType<typeof reportProgress> | undefined): string =>
  JSON.stringify(next?.kind === "recorded" ? next.record.history.at(-1) : next);

function followedUp(record: CaseRecord, until: string): CaseRecord {
  let current = record;
  while (current.dueAt !== undefined && current.dueAt < until) {
    const next = followUp(current, { at: current.dueAt, municipality: goteborg });
    if (next === undefined) return current;
    current = next;
  }
  return current;
}
