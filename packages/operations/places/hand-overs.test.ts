import { describe, expect, it } from "vitest";
import { aReport, progressed, received } from "../../../test/support/a-case.ts";
import { aDecision, anIntervention } from "../../../test/support/a-decision.ts";
import { handOversOf } from "./hand-overs.ts";

const one = aDecision({ interventions: [anIntervention()] });
const person = { protectedIdentity: true, reference: "REF-7" } as const;

describe("the messages that carried a person", () => {
  it("are each request, which may lie on its queue until the provider reports", () => {
    const first = received(one);
    const lying = {
      assignmentId: "sf-centrum.SFC-2026-004711.1",
      queue: "assignments-kompetenscenter",
      sentAt: "2026-11-02T09:00:00Z",
      isAnswered: false,
    };

    expect(handOversOf(first)).toEqual([lying]);
    expect(handOversOf(progressed(first, aReport("received")))).toEqual([{ ...lying, isAnswered: true }]);
  });

  it("are there after the mark of protection has come, too", () => {
    const first = progressed(received(one), aReport("received"));
    const marked = received(aDecision({ revision: 2, person, interventions: [anIntervention()] }), {
      after: first,
    });

    expect(handOversOf(marked)[0]).toEqual(handOversOf(first)[0]);
  });

  it("are none for a decision that was returned", () => {
    expect(handOversOf(received(aDecision({ validTo: undefined })))).toEqual([]);
  });
});
