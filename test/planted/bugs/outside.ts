import type { Bug } from "../bug.ts";

/** What partners really send, what was true then, and what has ended: see docs/faults-met.md for the kinds. */
export const outside: readonly Bug[] = [
  {
    name: "who had it is who has it now",
    why: "SF calls an identity back from a provider that never had it, and not from the one that did.",
    file: "packages/casework/protect-identity.ts",
    find: "return [{ assignmentId: entry.assignmentId, provider: entry.provider, at: entry.at }];",
    replace:
      "return [{ assignmentId: entry.assignmentId, provider: assignments.find((one) => one.assignmentId === entry.assignmentId)?.provider ?? entry.provider, at: entry.at }];",
    and: [
      {
        file: "packages/casework/protect-identity.ts",
        find: "function handedOver({ history }: CaseRecord)",
        replace: "function handedOver({ history, assignments }: CaseRecord)",
      },
    ],
    suite: "unit",
  },
  {
    name: "a later revision moves the day",
    why: "A delay that has lasted for months begins anew, and is never reported.",
    file: "packages/casework/reassign.ts",
    find: "earlier?.decidedOn ?? decidedOn(",
    replace: "decidedOn(",
    suite: "unit",
  },
  {
    name: "a need ends with its assignment",
    why: "A provider rejects an assignment, SF overlooks it, and the person has nothing for eleven months.",
    file: "packages/casework/gap-watches.ts",
    find: "...assignments.flatMap((assignment) => spellOf(assignment) ?? []),",
    replace: "...assignments.map(({ assignmentId, from, to }) => ({ assignmentId, from, to })),",
    suite: "unit",
  },
  {
    name: "a returned decision waits for no one",
    why: "SF overlooks the answer, and the decision is forgotten before it has begun.",
    file: "packages/casework/correction-watches.ts",
    find: "if (returned === undefined) return [];",
    replace: "if (returned === undefined || returned.decision.revision === 1) return [];",
    suite: "unit",
  },
  {
    name: "as far ahead as its provider says",
    why: "A start expected in 2062 is asked about in 2062.",
    file: "packages/casework/assignment-watch.ts",
    find: "earlier(dateAfter(expected, intervals.start), dateAfter(later(heard, from), intervals.news)),",
    replace: "dateAfter(expected, intervals.start),",
    suite: "unit",
  },
  {
    name: "an extension into another century",
    why: "SF gets a proposal for 2126 from a misspelt year, and may agree to it.",
    file: "packages/casework/propose.ts",
    find: "return wish.to > to && wish.to <= dateAfter(to, longestExtension);",
    replace: `return wish.to > to && dateAfter(to, longestExtension) !== "";`,
    suite: "simulation",
  },
  {
    name: "a start before the decision",
    why: "SF agrees to a start on which no decision stands, and no revision can do what was agreed.",
    file: "packages/casework/propose.ts",
    find: "return wish.from >= decidedOn && wish.from <= to",
    replace: `return decidedOn !== "" && wish.from <= to`,
    suite: "unit",
  },
  {
    name: "a parental leave climbs",
    why: "The strategic group hears twelve times of one person's parental leave.",
    file: "packages/casework/assignment-watch.ts",
    find: 'return personal.has(reason?.code ?? "")',
    replace: "return false",
    suite: "unit",
  },
  {
    name: "any revision is an answer",
    why: "A work plan's next date moves, and a provider's open proposal is superseded by it.",
    file: "packages/casework/settle-proposals.ts",
    find: "return askedFor(wish, before) !== askedFor(wish, now);",
    replace: "return before !== now;",
    suite: "unit",
  },
  {
    name: "until further notice is a limited time",
    why: "A last day of 9999-12-31 makes participation last for good.",
    file: "packages/rules/rules/time-limited.ts",
    find: "validTo !== undefined && validTo !== untilFurtherNotice",
    replace: "validTo !== undefined",
    suite: "unit",
  },
];
