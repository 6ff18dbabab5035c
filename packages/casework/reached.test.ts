import { type Caller, reaches } from "@hemvist/rules";
import { describe, expect, it } from "vitest";
import { aProposal, aReport, progressed, proposed, received } from "../../test/support/a-case.ts";
import { aDecision, anIntervention } from "../../test/support/a-decision.ts";
import {
  assignmentSeenBy,
  hasOngoingCase,
  notTheirs,
  reachesAsAdministration,
  reachesDecision,
} from "./reached.ts";

const assignmentId = "sf-centrum.SFC-2026-004711.1";
const [kc, ama] = ["kompetenscenter", "arbetsmarknadsanstallning"] as const;
const administration = (party: string): Caller => ({ party, reach: ["own-decisions"] });
const provider = (party: string): Caller => ({ party, reach: ["assignments-then"] });

/** A decision whose only assignment has moved from Kompetenscenter to another provider, which has answered. */
const vocational = anIntervention({ interventionId: "1", subArea: "competence.vocational" });
const before = () =>
  proposed(
    progressed(received(aDecision({ interventions: [vocational] })), aReport("received")),
    aProposal({ wish: { kind: "extend", to: "2027-08-31" } }),
  );
const moved = () =>
  progressed(
    received(aDecision({ revision: 2, interventions: [{ ...vocational, service: "ama-yrkesintro" }] }), {
      after: before(),
      at: "2026-11-12T09:00:00Z",
    }),
    aReport("rejected", { occurredAt: "2026-11-13T09:00:00Z" }),
  );

describe("a decision", () => {
  it("is reached by the administration that made it, and by no other party", () => {
    const key = { administration: "sf-centrum", decisionId: "SFC-2026-004711" };

    expect(reachesDecision(key, administration("sf-centrum"))).toBe(true);
    expect(reachesDecision(key, administration("sf-hisingen"))).toBe(false);
    expect(reachesDecision(key, provider("sf-centrum"))).toBe(false);
    expect(reachesAsAdministration(assignmentId, administration("sf-centrum"))).toBe(true);
    expect(reachesAsAdministration(assignmentId, administration("sf-hisingen"))).toBe(false);
    expect(reachesAsAdministration("no id", administration("sf-centrum"))).toBe(false);
  });
});

describe("an assignment that has moved", () => {
  it("is whole for its administration", () => {
    const seen = assignmentSeenBy(moved(), assignmentId, administration("sf-centrum"));

    expect(seen).toMatchObject({ as: "administration", record: moved() });
  });

  it("is, for the provider that has it, without what the former one did", () => {
    const seen = assignmentSeenBy(moved(), assignmentId, provider(ama));

    expect(seen).toMatchObject({ as: "provider", assignment: { provider: ama, status: "rejected" } });
    expect(seen?.record.proposals).toEqual([]);
    expect(seen?.record.history.map(({ what, by }) => [what, by])).toEqual([
      ["assignment-requested", "sf-centrum"],
      ["progress-reported", ama],
    ]);
  });

  it("is, for the provider that had it, as it was then", () => {
    const seen = assignmentSeenBy(moved(), assignmentId, provider(kc));

    expect(seen).toMatchObject({ as: "former-provider", heldUntil: "2026-11-12T09:00:00Z" });
    expect(seen?.record.proposals.map(({ status }) => status)).toEqual(["superseded"]);
    expect(seen?.record.history.map(({ what }) => what)).toEqual([
      "assignment-requested",
      "progress-reported",
      "proposal-changed",
      "assignment-cancelled",
      "proposal-changed",
    ]);
  });

  it.each([
    ["another administration", administration("sf-hisingen")],
    ["a provider that never had it", provider("sf-hisingen")],
    ["a caller whose operation reaches something else", { party: ama, reach: ["all"] } satisfies Caller],
  ])("does not exist for %s", (_who, caller) => {
    expect(assignmentSeenBy(moved(), assignmentId, caller)).toBeUndefined();
  });

  it("is another's for those who know of it, and none for the rest", () => {
    const why = (party: string) => notTheirs(moved(), { assignmentId, party });

    expect(["sf-centrum", kc, ama].map(why)).toEqual(["not-yours", "not-yours", "not-yours"]);
    expect(["sf-hisingen", "arbvux"].map(why)).toEqual(["no-such-assignment", "no-such-assignment"]);
  });
});

it("an assignment that does not exist is seen by no party", () => {
  expect(
    assignmentSeenBy(moved(), "sf-centrum.SFC-2026-004711.9", administration("sf-centrum")),
  ).toBeUndefined();
});

describe("an ongoing case", () => {
  const caller: Caller = { party: "sf-centrum", reach: ["persons-with-ongoing-case"] };
  const ongoing = (record: ReturnType<typeof received>, at: string, who: Caller = caller) =>
    hasOngoingCase([record], { caller: who, at });
  const ended = () => ({ ...received(), assignments: [] });

  it("is a decision of one's own whose last day has not passed", () => {
    expect(ongoing(ended(), "2027-11-08T12:00:00Z")).toBe(true);
    expect(ongoing(ended(), "2027-11-09T12:00:00Z")).toBe(false);
  });

  it("goes on while an assignment is open", () => {
    expect(ongoing(received(), "2027-11-09T12:00:00Z")).toBe(true);
  });

  it("may be a returned decision that waits for its correction", () => {
    const returned = received(aDecision({ employmentServiceConsultation: undefined }));

    expect(returned.standing).toBeUndefined();
    expect(ongoing(returned, "2030-01-01T12:00:00Z")).toBe(true);
    expect(ongoing({ ...ended(), standing: undefined } as never, "2026-11-02T12:00:00Z")).toBe(false);
  });

  it("is never another administration's", () => {
    expect(ongoing(received(), "2026-11-02T12:00:00Z", { ...caller, party: "sf-hisingen" })).toBe(false);
  });

  it("is asked for only by the operation that reaches persons", () => {
    const others = reaches.filter((reach) => reach !== "persons-with-ongoing-case");

    expect(ongoing(received(), "2026-11-02T12:00:00Z", { ...caller, reach: others })).toBe(false);
  });
});
