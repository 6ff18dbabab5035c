import type { CaseStore } from "@hemvist/casework";
import { describe, expect, it } from "vitest";
import { aDecisionMessage } from "../../test/support/a-message.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import { hashedPseudonyms } from "../../test/support/hashed-pseudonyms.ts";
import { memoryCases } from "../../test/support/memory-cases.ts";
import { receiveDecision } from "./receive-decision.ts";

const key = { administration: "sf-centrum", decisionId: "SFC-2026-004711" };
const arrival = (message: unknown, causationId = "request-1") => ({
  message,
  receivedAt: "2026-11-02T09:00:00Z",
  causationId,
  sender: key.administration,
});
const receiving = (cases: CaseStore = memoryCases()) =>
  receiveDecision({ municipality: goteborg, cases, pseudonyms: hashedPseudonyms() });

describe("receiving a decision", () => {
  it("stores it with its messages and its next check, under a pseudonym", async () => {
    const cases = memoryCases();
    const received = await receiving(cases)(arrival(aDecisionMessage()));
    const stored = await cases.find(key);

    expect(received).toMatchObject({ kind: "recorded", record: stored });
    expect(stored?.outbox).toHaveLength(3);
    expect(stored?.outbox[0]?.event.causationid).toBe("request-1");
    expect(stored?.dueAt).toBeDefined();
    expect(stored?.personKey).not.toContain("18900118");
  });

  it("finds out by its write alone whether a first revision was the first", async () => {
    const cases = memoryCases();
    const unread: CaseStore = { ...cases, find: () => Promise.reject(new Error("nothing should be read")) };

    expect(await receiving(unread)(arrival(aDecisionMessage()))).toMatchObject({ kind: "recorded" });
    expect(await receiving(unread)(arrival(aDecisionMessage(), "request-2"))).toMatchObject({
      kind: "known",
    });
  });

  it("decides anew when another writer was quicker", async () => {
    const cases = memoryCases();
    let raced = false;
    const racing: CaseStore = {
      ...cases,
      async save(record) {
        if (!raced) {
          raced = true;
          await receiving(cases)(arrival(aDecisionMessage({ caseNumber: "2026-1" }), "quicker"));
        }
        return cases.save(record);
      },
    };

    expect(await receiving(racing)(arrival(aDecisionMessage()))).toEqual({
      kind: "content-differs",
      revision: 1,
    });
    expect((await cases.find(key))?.standing?.decision.caseNumber).toBe("2026-1");
  });

  it("stores nothing of what cannot be read", async () => {
    const cases = memoryCases();
    const received = await receiving(cases)(arrival(aDecisionMessage({ decidedOn: "yesterday" })));

    expect(received).toMatchObject({
      kind: "unreadable",
      faults: [{ pointer: "/decidedOn", code: "not-a-date" }],
    });
    expect(await cases.find(key)).toBeUndefined();
  });

  it("takes no decision off another administration's queue", async () => {
    const received = await receiving()({ ...arrival(aDecisionMessage()), sender: "sf-nordost" });

    expect(received).toEqual({ kind: "not-yours" });
  });

  it("counts the same content in another order of names as the same", async () => {
    const receive = receiving();
    const turned = Object.fromEntries(Object.entries(aDecisionMessage()).reverse());

    await receive(arrival(aDecisionMessage()));
    expect(await receive(arrival(turned, "request-2"))).toMatchObject({ kind: "known" });
  });
});
