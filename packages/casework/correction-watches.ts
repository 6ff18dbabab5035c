import { civilDateAt, dateAfter, type Model, type Municipality } from "@hemvist/rules";
import type { CaseRecord, Revision } from "./case-record.ts";
import { judgingModel } from "./judging-model.ts";
import type { Watch } from "./watch.ts";

/**
 * A returned revision waits for its correction, the first one too: SF is told when none has come, and again. How long
 * is ours.
 */
export function correctionWatches({ returned }: CaseRecord, municipality: Municipality): readonly Watch[] {
  if (returned === undefined) return [];
  const { intervals } = followedBy(returned, municipality);
  return [
    {
      kind: "correction-expected",
      about: "decision",
      occurrence: dateAfter(civilDateAt(returned.receivedAt), intervals.correction),
      ladder: ["sf"],
      again: intervals["escalation-repeat"],
    },
  ];
}

/** A decision from before the first model was returned by none: it is followed up by the first. */
function followedBy(returned: Revision, municipality: Municipality): Model {
  const [first] = municipality.models;
  return returned.judgement.model === undefined && first ? first : judgingModel(returned, municipality);
}
