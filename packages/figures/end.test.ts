import type { Stood } from "@hemvist/casework";
import { describe, expect, it } from "vitest";
import { endOf } from "./end.ts";

type Decision = NonNullable<Stood["decision"]>;

const held: Decision = {
  decidedOn: "2026-09-01",
  legalBasis: "sol-12-1",
  interventions: [{ interventionId: "1", subArea: "social.networks", to: "2027-06-30" }],
};
const another: Decision = {
  ...held,
  interventions: [{ interventionId: "9", subArea: "social.networks", to: "2027-06-30" }],
};
const under124: Decision = { ...held, legalBasis: "sol-12-4" };
const until = (to: string): Decision => ({
  ...another,
  interventions: [...another.interventions, { interventionId: "1", subArea: "social.networks", to }],
});
const revoked = (on: string, decision: Decision = held): Decision => ({
  ...decision,
  revocation: { on, reason: "person-moved" },
});
const moved = "revoked: person-moved";

/** What stood from each first day of a month on, from September. */
const stood = (...decisions: readonly (Decision | undefined)[]): readonly Stood[] =>
  decisions.map((decision, month) => ({
    since: ["2026-09-01T09:00:00Z", "2026-10-01T09:00:00Z", "2026-11-01T09:00:00Z", "2026-12-01T09:00:00Z"][
      month
    ] as string,
    personKey: "pseudonym",
    ...(decision ? { decision } : {}),
  }));

/** As known at the end of the year: 2026-12-31 is the last day that is over. */
const ended = (all: readonly Stood[], cancelledAt?: string) =>
  endOf({
    interventionId: "1",
    instant: "2026-12-31T23:00:00Z",
    stood: all,
    changes: [
      { status: "requested", on: "2026-09-01T09:00:00Z", heardAt: "2026-09-01T09:00:00Z" },
      ...(cancelledAt ? [{ status: "cancelled" as const, on: cancelledAt, heardAt: cancelledAt }] : []),
    ],
  });

describe("how an intervention ended without its provider", () => {
  it.each<readonly [string, readonly Stood[], object | undefined]>([
    ["nothing has ended it", stood(held), undefined],
    ["it ran out on the last day", stood(until("2026-12-31")), { on: "2026-12-31", because: "ran-out" }],
    ["it runs out on the day after", stood(until("2027-01-01")), undefined],
    [
      "a later revision moved its last day",
      stood(until("2026-12-31"), until("2026-11-30")),
      { on: "2026-11-30", because: "ran-out" },
    ],
    ["it was revoked", stood(held, revoked("2026-10-15")), { on: "2026-10-15", because: moved }],
    ["it was revoked from a day to come", stood(held, revoked("2027-01-01")), undefined],
    ["the revocation was taken back", stood(held, revoked("2026-10-15"), held), undefined],
    ["it was dropped", stood(held, another, another), { on: "2026-10-01", because: "dropped" }],
    ["it was dropped and given again", stood(held, another, held), undefined],
    [
      "it was dropped a second time",
      stood(held, another, held, another),
      { on: "2026-12-01", because: "dropped" },
    ],
    ["it came with the second revision", stood(another, held), undefined],
    ["a first revision was returned before it", stood(undefined, held), undefined],
    [
      "nothing basic is left of its decision",
      stood(held, under124),
      { on: "2026-10-01", because: "not-basic" },
    ],
    ["its decision has never been basic", stood(under124), undefined],
    [
      "two things ended it: the first counts",
      stood(until("2026-11-30"), until("2026-11-30"), another),
      { on: "2026-11-01", because: "dropped" },
    ],
    [
      "it was revoked and dropped on the same day: the revocation says why",
      stood(held, revoked("2026-10-01", another)),
      { on: "2026-10-01", because: moved },
    ],
  ])("%s", (_what, all, expected) => {
    expect(ended(all)).toEqual(expected);
  });

  it.each([
    ["before the revocation's day, where it was called back then", "2026-11-20T09:00:00Z", "2026-11-20"],
    ["on the revocation's day, where it was called back later", "2026-12-28T09:00:00Z", "2026-12-15"],
  ])("%s", (_when, cancelledAt, on) => {
    expect(ended(stood(held, revoked("2026-12-15")), cancelledAt)).toEqual({ on, because: moved });
  });
});
