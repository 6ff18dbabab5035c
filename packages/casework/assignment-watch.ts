import { addDays, addWorkingDays, type CivilDate, civilDateAt, dateAfter, type Model } from "@hemvist/rules";
import type { Assignment } from "./assignment.ts";
import type { FollowUpKind, Level } from "./case-record.ts";
import { earlier, later, type Watch } from "./watch.ts";

/** The day on which it is looked at, and the model that it is followed up by. */
interface Seen {
  readonly model: Model;
  readonly today: CivilDate;
  /** The decision's last day has passed. */
  readonly isOver: boolean;
}

/**
 * What is awaited of an assignment: exactly one thing as long as it is open, none once it has ended.
 *
 * > Uppföljning och kvalitetssäkring ska ske av de insatser som förvaltningarna erbjuder
 * > Anvisning styrmodell, Överenskomna principer för arbetet
 *
 * The provider hears of it first, then SF, then the operative collaboration group, then SoB: "Strategiska beslut
 * eller frågor som deltagarna inte är överens om lyfts vidare till SoB." How many days each may take is ours.
 *
 * A provider's date is a claim. No check is later than the assignment's last day, nor than it would have been had the
 * report been dated when it came.
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

/** The provider may be told of it again until its last day, and on none after it. */
function beforeItBegins(assignment: Assignment, { model: { intervals } }: Seen): Watch {
  const [kind, due] = firstStep(assignment, intervals);
  return {
    kind,
    about: assignment.assignmentId,
    occurrence: earlier(due, assignment.to),
    ladder: everybody,
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
  // However far ahead the provider expects to begin, a person who has waited for a quarter is asked about.
  return [
    "not-started",
    earlier(dateAfter(expected, intervals.start), dateAfter(later(heard, from), intervals.news)),
  ];
}

/** Its last day has passed and it has not begun: SF is told once. One heard of late has its days to answer first. */
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
    // Silence is no quarrel: the provider is asked, then SF is told, again each time as long has passed.
    const occurrence = dateAfter(civilDateAt(heardAt), intervals.news);
    return { ...shared, kind: "no-news", occurrence, ladder: providerAndSf, again: intervals.news };
  }
  const occurrence = dateAfter(sinceOf(assignment), intervals.resume);
  // Nobody can end a parental leave or an illness by being asked about it: no group hears of one.
  return personal.has(reason?.code ?? "")
    ? { ...shared, kind: "not-resumed", occurrence, ladder: providerAndSf, again: intervals.news }
    : {
        ...shared,
        kind: "not-resumed",
        occurrence,
        ladder: everybody,
        again: intervals["escalation-repeat"],
      };
}

/**
 * Its last day has passed and no report says how it ended. A word that it goes on is an answer, for as long as any is.
 * After the decision's last day the provider and SF are each told once.
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

const everybody: Watch["ladder"] = ["provider", "sf", "operative-group", "sob"];
const providerAndSf: readonly [Level, Level] = ["provider", "sf"];
const personal: ReadonlySet<string> = new Set(["illness", "parental-leave"]);

/** Since when it has its status, as its provider says, but not later than the report came. */
const sinceOf = ({ statusAt, heardAt }: Assignment): CivilDate =>
  earlier(civilDateAt(statusAt), civilDateAt(heardAt));
