import { addDays, addWorkingDays, type CivilDate, civilDateAt, dateAfter, type Model } from "@hemvist/rules";
import type { Assignment } from "./assignment.ts";
import type { FollowUpKind, Level } from "./case-record.ts";
import { earlier, later, type Watch } from "./watch.ts";

/** The day on which hemvist looks at the assignment, and the model whose intervals hold. */
interface Seen {
  readonly model: Model;
  readonly today: CivilDate;
  /** The decision's last day has passed. */
  readonly isOver: boolean;
}

/**
 * What hemvist awaits of an assignment: exactly one thing while it is open, and nothing after it has ended.
 *
 * > Uppföljning och kvalitetssäkring ska ske av de insatser som förvaltningarna erbjuder
 * > Anvisning styrmodell, Överenskomna principer för arbetet
 *
 * The provider gets the first notice, then SF, then the operative collaboration group, then SoB: "Strategiska beslut
 * eller frågor som deltagarna inte är överens om lyfts vidare till SoB." How many days each may take is ours.
 *
 * A provider's date may be wrong. No check is later than the assignment's last day, nor later than it would be if the
 * provider had dated the report when it came.
 */
export function assignmentWatch(assignment: Assignment, seen: Seen): Watch | undefined {
  switch (assignment.status) {
    case "requested":
    case "received":
    case "accepted":
      return seen.today > assignment.to ? neverCarriedOut(assignment) : beforeItBegins(assignment, seen);
    case "in-progress":
    case "on-hold":
      return seen.today > assignment.to ? notEnded(assignment, seen) : underWay(assignment, seen);
    case "rejected":
    case "completed":
    case "failed":
    case "cancelled":
      return undefined;
  }
}

/** The provider gets the notice again until the last day, and never after it. */
function beforeItBegins(assignment: Assignment, { model: { intervals } }: Seen): Watch {
  const [kind, due] = firstStep(assignment, intervals);
  return {
    kind,
    about: assignment.assignmentId,
    occurrence: earlier(due, assignment.to),
    ladder: everyLevel,
    again: intervals["escalation-repeat"],
    until: assignment.to,
  };
}

function firstStep(
  assignment: Assignment,
  intervals: Model["intervals"],
): readonly [FollowUpKind, CivilDate] {
  const { status, answerBy, from, expectedStartOn } = assignment;
  if (status === "requested")
    return ["not-acknowledged", dateAfter(civilDateAt(assignment.requestedAt), intervals.acknowledge)];
  if (status === "received") return ["not-answered", addWorkingDays(answerBy, 1)];
  const heard = civilDateAt(assignment.heardAt);
  const expected = later(expectedStartOn ?? sinceOf(assignment), from);
  // After a person has waited for a quarter, hemvist asks, however far ahead the provider expects to begin.
  return [
    "not-started",
    earlier(dateAfter(expected, intervals.start), dateAfter(later(heard, from), intervals.news)),
  ];
}

/**
 * Its last day has passed and it has not begun: SF gets one notice. If the request came late, the provider first has
 * its days to answer.
 */
const neverCarriedOut = ({ assignmentId, to, answerBy }: Assignment): Watch => ({
  kind: "never-carried-out",
  about: assignmentId,
  occurrence: addDays(later(to, answerBy), 1),
  ladder: ["sf"],
});

function underWay(assignment: Assignment, { model: { intervals } }: Seen): Watch {
  const { assignmentId, status, to, reason, heardAt } = assignment;
  const shared = { about: assignmentId, until: to };
  if (status === "in-progress") {
    // Silence is no conflict, so only the provider and then SF get a notice, again after each further interval.
    const occurrence = dateAfter(civilDateAt(heardAt), intervals.news);
    return { ...shared, kind: "no-news", occurrence, ladder: providerAndSf, again: intervals.news };
  }
  const occurrence = dateAfter(sinceOf(assignment), intervals.resume);
  // A notice ends no parental leave and no illness, so the groups get none.
  return personal.has(reason?.code ?? "")
    ? { ...shared, kind: "not-resumed", occurrence, ladder: providerAndSf, again: intervals.news }
    : {
        ...shared,
        kind: "not-resumed",
        occurrence,
        ladder: everyLevel,
        again: intervals["escalation-repeat"],
      };
}

/**
 * Its last day has passed and no report says how it ended. A report that it goes on is an answer, for the same interval
 * as any other. After the decision's last day, the provider and SF get one notice each.
 */
function notEnded({ assignmentId, to, heardAt }: Assignment, { model: { intervals }, isOver }: Seen): Watch {
  const heard = civilDateAt(heardAt);
  return {
    kind: "not-ended",
    about: assignmentId,
    occurrence: heard > to ? dateAfter(heard, intervals.news) : addDays(to, 1),
    ladder: providerAndSf,
    ...(isOver ? {} : { again: intervals.news }),
  };
}

const everyLevel: Watch["ladder"] = ["provider", "sf", "operative-group", "sob"];
const providerAndSf: readonly [Level, Level] = ["provider", "sf"];
const personal: ReadonlySet<string> = new Set(["illness", "parental-leave"]);

/** When its status began, as its provider says, but not later than the report came. */
const sinceOf = ({ statusAt, heardAt }: Assignment): CivilDate =>
  earlier(civilDateAt(statusAt), civilDateAt(heardAt));
