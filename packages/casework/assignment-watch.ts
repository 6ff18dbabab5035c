import { addDays, addWorkingDays, type CivilDate, civilDateAt, dateAfter, type Model } from "@hemvist/rules";
import type { Assignment } from "./assignment.ts";
import type { FollowUpKind } from "./case-record.ts";
import type { Watch } from "./watch.ts";

/**
 * What is awaited of an assignment: exactly one thing as long as it is open, none once it has ended.
 *
 * > Uppföljning och kvalitetssäkring ska ske av de insatser som förvaltningarna erbjuder
 * > Anvisning styrmodell, Överenskomna principer för arbetet
 *
 * The provider hears of it first, then SF, then the operative collaboration group, then SoB: "Strategiska beslut
 * eller frågor som deltagarna inte är överens om lyfts vidare till SoB." How many days each may take is ours.
 */
export function assignmentWatch(assignment: Assignment, { intervals }: Model): Watch | undefined {
  const since = civilDateAt(assignment.statusAt);
  const watch = (kind: FollowUpKind, occurrence: CivilDate): Watch => ({
    kind,
    about: assignment.assignmentId,
    occurrence,
    ladder: ["provider", "sf", "operative-group", "sob"],
    again: intervals["escalation-repeat"],
  });
  switch (assignment.status) {
    case "requested":
      return watch("not-acknowledged", dateAfter(civilDateAt(assignment.requestedAt), intervals.acknowledge));
    case "received":
      return watch("not-answered", addWorkingDays(assignment.answerBy, 1));
    case "accepted":
      return watch(
        "not-started",
        dateAfter(later(assignment.expectedStartOn ?? since, assignment.from), intervals.start),
      );
    case "in-progress":
      // Silence is no quarrel: the provider is asked, then SF is told, again each time as long has passed.
      return {
        ...watch(
          "no-news",
          earlier(dateAfter(since, intervals.news), addDays(later(assignment.to, since), 1)),
        ),
        ladder: ["provider", "sf"],
        again: intervals.news,
      };
    case "on-hold":
      return watch("not-resumed", dateAfter(since, intervals.resume));
    case "rejected":
    case "completed":
    case "failed":
    case "cancelled":
      return undefined;
  }
}

const later = (a: CivilDate, b: CivilDate): CivilDate => (a > b ? a : b);
const earlier = (a: CivilDate, b: CivilDate): CivilDate => (a < b ? a : b);
