import { civilDateAt, dateAfter, type Model, type Municipality } from "@hemvist/rules";
import type { CaseRecord, Revision } from "./case-record.ts";
import { judgingModel } from "./judging-model.ts";
import type { Watch } from "./watch.ts";

/**
 * A returned revision waits for its correction, also the first one. If none comes, SF gets a notice, and gets it again.
 * The interval is ours.
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

/** No model judged a decision from before the first model. The first model's intervals hold for it. */
function followedBy(returned: Revision, municipality: Municipality): Model {
  const [first] = municipality.models;
  return returned.judgement.model === undefined && first ? first : judgingModel(returned, municipality);
}
