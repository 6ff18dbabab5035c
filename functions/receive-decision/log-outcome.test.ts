import { queueBatch } from "@hemvist/runtime";
import { describe, expect, it } from "vitest";
import { aBatch } from "../../test/support/a-batch.ts";
import { aDecisionMessage } from "../../test/support/a-message.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import { hashedPseudonyms } from "../../test/support/hashed-pseudonyms.ts";
import { logLines } from "../../test/support/log-lines.ts";
import { memoryCases } from "../../test/support/memory-cases.ts";
import { recordingDeadLetters } from "../../test/support/recording-dead-letters.ts";
import { recordingOutlet } from "../../test/support/recording-outlet.ts";
import { answerProposal } from "./answer-proposal.ts";
import { receiveDecision } from "./receive-decision.ts";
import { takeMessage } from "./take-message.ts";

const printed = logLines();
const all = (): readonly Record<string, unknown>[] => printed().map((line) => JSON.parse(line));
const lines = () => all().filter((line) => !("_aws" in line));

/** The sum of each metric that was counted, by what it is split by. */
function counted(): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { _aws, ...line } of all().filter((each) => "_aws" in each))
    for (const { Name } of (_aws as { CloudWatchMetrics: [{ Metrics: { Name: string }[] }] })
      .CloudWatchMetrics[0].Metrics) {
      const split = line["rule"] ?? line["why"] ?? line["status"] ?? line["area"] ?? line["administration"];
      const name = `${Name} ${split ?? ""}`.trim();
      sums[name] = (sums[name] ?? 0) + Number(line[Name]);
    }
  return sums;
}

const receiving = () => {
  const cases = memoryCases();
  const run = queueBatch(
    takeMessage({
      municipality: goteborg,
      receive: receiveDecision({ municipality: goteborg, cases, pseudonyms: hashedPseudonyms() }),
      answer: answerProposal({ municipality: goteborg, cases }),
      deadLetters: recordingDeadLetters(),
      outlet: recordingOutlet(),
    }),
  );
  let messages = 0;
  return async (body: unknown, attempt = 1) => {
    messages += 1;
    const messageId = `message-${messages}`;
    await run(aBatch({ messageId, body: JSON.stringify(body), queue: "decisions-sf-centrum", attempt }));
  };
};

const correlationid = "sf-centrum.SFC-2026-004711";
const came = { "DecisionsReceived sf-centrum": 1 };
const judged = { ...came, "DecisionsJudged sf-centrum": 1 };

describe("what the log says of a decision", () => {
  it.each([
    [
      "assigned",
      aDecisionMessage(),
      { outcome: "decision recorded", version: 1, correlationid },
      {
        ...judged,
        "DecisionsAssigned sf-centrum": 1,
        "AssignmentsRequested job": 1,
        "AssignmentsRequested health": 1,
      },
    ],
    [
      "returned",
      aDecisionMessage({ validTo: undefined }),
      { outcome: "decision recorded", findings: ["time-limited"], correlationid },
      { ...judged, "DecisionsReturned sf-centrum": 1, "Findings time-limited": 1 },
    ],
    [
      "unreadable",
      aDecisionMessage({ decidedOn: "Sample" }),
      { outcome: "decision unreadable", faults: ["not-a-date"] },
      { ...came, "DecisionsUnreadable sf-centrum": 1 },
    ],
    [
      "another administration's",
      aDecisionMessage({ administration: "sf-hisingen" }),
      { outcome: "decision unreadable", faults: ["not-your-queue"] },
      { ...came, "DecisionsUnreadable sf-centrum": 1 },
    ],
  ])("that is %s: one line, and each count once", async (_what, message, line, counts) => {
    await receiving()(message);

    expect(lines()).toMatchObject([
      {
        message: "message taken",
        messageId: "message-1",
        queue: "decisions-sf-centrum",
        attempt: 1,
        ...line,
      },
    ]);
    expect(counted()).toEqual(counts);
  });

  it("that comes again, differs, or lacks the one before it: what it is, and why", async () => {
    const receive = receiving();
    await receive(aDecisionMessage());
    await receive(aDecisionMessage());
    await receive(aDecisionMessage({ caseNumber: "2026-2" }));
    await receive(aDecisionMessage({ revision: 3 }), 4);

    expect(lines().map(({ outcome }) => outcome)).toEqual([
      "decision recorded",
      "decision known",
      "decision content-differs",
      "decision revision-skipped",
    ]);
    expect(counted()).toMatchObject({
      "DecisionsReceived sf-centrum": 4,
      "DecisionsJudged sf-centrum": 1,
      "DecisionsRepeated sf-centrum": 1,
      "DecisionsInConflict sf-centrum": 2,
      "Refusals content-differs": 1,
      "Refusals revision-skipped": 1,
    });
  });

  it("that waits for the one before it: a failed attempt, and no decision more", async () => {
    await receiving()(aDecisionMessage({ revision: 2 }));

    expect(lines()).toMatchObject([{ message: "message failed, its group stops here", correlationid }]);
    expect(counted()).toEqual({});
  });

  it("that was returned and comes again: it is judged again, and its findings are counted once", async () => {
    const receive = receiving();
    await receive(aDecisionMessage({ validTo: undefined }));
    await receive(aDecisionMessage({ validTo: undefined }));

    expect(counted()).toMatchObject({
      "DecisionsJudged sf-centrum": 2,
      "DecisionsReturned sf-centrum": 1,
      "DecisionsRepeated sf-centrum": 1,
      "Findings time-limited": 1,
    });
  });

  it("is never whom it concerns, or any other thing that it holds", async () => {
    const receive = receiving();
    for (const changes of [{}, { validTo: undefined }, { decidedOn: "Sample" }, { revision: 3 }])
      await receive(aDecisionMessage(changes));

    expect(printed().length).toBeGreaterThan(4);
    expect(printed().join("\n")).not.toMatch(/18900118|9803|Sample|Person|2026-88231|AP-2026/);
  });
});
