import { describe, expect, it } from "vitest";
import { aDecisionMessage } from "../../test/support/a-message.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import { hashedPseudonyms } from "../../test/support/hashed-pseudonyms.ts";
import { logLines } from "../../test/support/log-lines.ts";
import { memoryCases } from "../../test/support/memory-cases.ts";
import { logged } from "./log-outcome.ts";
import { receiveDecision } from "./receive-decision.ts";

const printed = logLines();
const lines = (): readonly Record<string, unknown>[] => printed().map((line) => JSON.parse(line));

const receiving = () => {
  const receive = logged(
    receiveDecision({ municipality: goteborg, cases: memoryCases(), pseudonyms: hashedPseudonyms() }),
  );
  let requests = 0;
  return (message: unknown) => {
    requests += 1;
    const causationId = `request-${requests}`;
    return receive({ message, receivedAt: "2026-11-02T09:00:00Z", causationId, sender: "sf-centrum" });
  };
};

describe("what the log says of a decision", () => {
  it.each([
    [
      "assigned",
      aDecisionMessage(),
      "decision recorded",
      { DecisionsAssigned: 1, administration: "sf-centrum" },
    ],
    [
      "returned",
      aDecisionMessage({ validTo: undefined }),
      "decision recorded",
      { DecisionsReturned: 1, administration: "sf-centrum" },
    ],
    [
      "unreadable",
      aDecisionMessage({ decidedOn: "Sample" }),
      "decision unreadable",
      { DecisionsUnreadable: 1, administration: "sf-centrum" },
    ],
  ])("that is %s: one line, and one more counted", async (_what, message, line, counted) => {
    await receiving()(message);

    expect(lines()).toMatchObject([{ message: line }, counted]);
  });

  it("that names another administration than its sender: one line, and nothing counted", async () => {
    await receiving()(aDecisionMessage({ administration: "sf-hisingen" }));

    expect(lines()).toMatchObject([{ message: "decision not-yours" }]);
  });

  it("names the rules that do not hold, and the codes of what cannot be read", async () => {
    const receive = receiving();
    await receive(aDecisionMessage({ validTo: undefined }));
    await receive(aDecisionMessage({ decidedOn: "Sample" }));

    expect(lines().flatMap(({ findings, faults }) => [findings ?? [], faults ?? []])).toEqual(
      expect.arrayContaining([["time-limited"], ["not-a-date"]]),
    );
  });

  it("counts nothing of what was here before or comes too early", async () => {
    const receive = receiving();
    await receive(aDecisionMessage({ revision: 2 }));
    await receive(aDecisionMessage());
    await receive(aDecisionMessage());
    await receive(aDecisionMessage({ caseNumber: "2026-2" }));

    expect(lines().flatMap(({ message }) => message ?? [])).toEqual([
      "decision revision-skipped",
      "decision recorded",
      "decision known",
      "decision content-differs",
    ]);
    expect(lines().filter((line) => "_aws" in line)).toHaveLength(1);
  });

  it("is never whom it concerns, or any other thing that it holds", async () => {
    const receive = receiving();
    for (const changes of [{}, { validTo: undefined }, { decidedOn: "Sample" }, { revision: 3 }])
      await receive(aDecisionMessage(changes));

    expect(printed().length).toBeGreaterThan(4);
    expect(printed().join("\n")).not.toMatch(/18900118|9803|Sample|Person|2026-88231|AP-2026/);
  });
});
