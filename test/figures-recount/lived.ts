import { type CaseRecord, decisionOf } from "@hemvist/casework";
import { contentHash } from "@hemvist/contracts";
import { type Happening, livedUntil } from "@hemvist/sandbox/synthetic";
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
  const happenings = heard.map(happeningOf);
  const [record] = livedUntil(until, { happenings, municipality: goteborg });
  const sent = happenings.filter(({ at }) => at < until).length;
  const taken = record?.history.filter(
    ({ what }) => what === "revision-assigned" || what === "progress-reported",
  );
  if ((taken?.length ?? 0) !== sent)
    throw new Error(`of ${sent} messages ${taken?.length ?? 0} are in ${JSON.stringify(record?.history)}`);
  return record;
}

function happeningOf({ heardAt: at, decision, report }: Heard): Happening {
  if (decision !== undefined)
    return {
      at,
      key: decision,
      decision: { decision, contentHash: contentHash(decision), personKey: decision.decisionId },
    };
  const key = decisionOf(report.assignmentId);
  if (key === undefined) throw new Error(`${report.assignmentId} is no assignment's id`);
  return { at, key, progress: report };
}
