import { describe, expect, it } from "vitest";
import { ingenstans } from "../../test/municipality/ingenstans.ts";
import { aDecision, anIntervention } from "../../test/support/a-decision.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import type { CaseRecord } from "./case-record.ts";
import { followUp } from "./follow-up.ts";
import { receive } from "./receive.ts";

const decision = aDecision({ administration: "soc-skogen", interventions: [anIntervention()] });
const receivedIn = (municipality: typeof goteborg): CaseRecord => {
  const reception = receive(
    undefined,
    { decision, contentHash: "hash", personKey: "pseudonym" },
    { municipality, at: "2026-11-02T09:00:00Z", causationId: "revision 1" },
  );
  if (reception.kind !== "recorded") throw new Error(reception.kind);
  return reception.record;
};

/** What is sent at each next check, until the notices have gone as far up as they go. */
function sentUntil(until: string, record: CaseRecord): readonly CaseRecord["outbox"][number][] {
  const { dueAt } = record;
  if (dueAt === undefined || dueAt > until) return [];
  const next = followUp(record, { at: dueAt, municipality: ingenstans });
  return next === undefined ? [] : [...next.outbox, ...sentUntil(until, next)];
}

describe("a decision in another municipality", () => {
  const record = (): CaseRecord => receivedIn(ingenstans);

  it("is judged by that municipality's model, and goes to its provider", () => {
    expect(record().standing?.judgement.model).toBe("ingenstans-2025-07");
    expect(record().assignments.map(({ provider }) => provider)).toEqual(["hantverkshuset"]);
  });

  it("sends messages under that municipality's names", () => {
    expect(record().outbox.map(({ queue, event }) => [queue, event.source, event.type])).toEqual([
      [
        "assignments-hantverkshuset",
        "urn:hemvist:ingenstans",
        "example.ingenstans.hemvist.assignment.requested.v1",
      ],
      ["inbox-soc-skogen", "urn:hemvist:ingenstans", "example.ingenstans.hemvist.decision.assigned.v1"],
    ]);
  });

  it("notifies the party that carries out as a whole there of what a provider leaves undone, and no party of Göteborg's", () => {
    const queues = new Set(sentUntil("2026-12-01T00:00:00Z", record()).map(({ queue }) => queue));

    expect([...queues].toSorted()).toEqual([
      "assignments-hantverkshuset",
      "inbox-jobbenheten",
      "inbox-soc-skogen",
    ]);
  });

  it("is followed up by no other municipality", () => {
    expect(() => followUp(record(), { at: "2026-11-04T09:00:00Z", municipality: goteborg })).toThrow(
      expect.objectContaining({ name: "UnknownModel" }),
    );
  });
});
