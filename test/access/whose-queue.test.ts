import { readFileSync } from "node:fs";
import type { CaseRecord } from "@hemvist/casework";
import { partiesOf, typeOf } from "@hemvist/rules";
import { describe, expect, it } from "vitest";
import { answerProposal } from "../../functions/receive-decision/answer-proposal.ts";
import { receiveDecision } from "../../functions/receive-decision/receive-decision.ts";
import { takeMessage as takeOfAdministration } from "../../functions/receive-decision/take-message.ts";
import { recordProgress } from "../../functions/record-progress/record-progress.ts";
import { recordProposal } from "../../functions/record-progress/record-proposal.ts";
import { takeMessage as takeOfProvider } from "../../functions/record-progress/take-message.ts";
import { aProposal, aReport, proposed, received } from "../support/a-case.ts";
import { aDecisionMessage, onQueue } from "../support/a-message.ts";
import { goteborg } from "../support/goteborg.ts";
import { hashedPseudonyms } from "../support/hashed-pseudonyms.ts";
import { memoryCases } from "../support/memory-cases.ts";
import { recordingDeadLetters } from "../support/recording-dead-letters.ts";
import { recordingOutlet } from "../support/recording-outlet.ts";

const municipality = goteborg;
const { administrations, executors } = partiesOf(municipality);
const uuid = "00000000-0000-4000-8000-000000000001";
const sent = aProposal({ proposalId: uuid, madeAt: "2026-11-10T08:00:00Z" });
const { assignmentId } = sent;
const stands = proposed(received(), sent);

const event = (happening: string, data: unknown) => ({
  specversion: "1.0",
  type: typeOf(municipality, happening),
  // The sender's own word for itself, which hemvist does not believe.
  source: "urn:sf-centrum",
  data,
});

/** Each kind of message that a party sends, with the one party that may send it about this decision. */
const kinds = [
  { kind: "decision.made", from: "decisions", by: "sf-centrum", data: aDecisionMessage({ revision: 2 }) },
  {
    kind: "proposal.answered",
    from: "decisions",
    by: "sf-centrum",
    data: { assignmentId, proposalId: uuid, answer: "agreed", answeredAt: "2026-11-10T08:30:00Z" },
  },
  {
    kind: "progress.reported",
    from: "progress",
    by: "kompetenscenter",
    data: aReport("received", { progressId: uuid }),
  },
  {
    kind: "proposal.made",
    from: "progress",
    by: "kompetenscenter",
    data: { ...sent, proposalId: "00000000-0000-4000-8000-000000000002" },
  },
  {
    kind: "proposal.withdrawn",
    from: "progress",
    by: "kompetenscenter",
    data: { assignmentId, proposalId: uuid, withdrawnAt: "2026-11-10T08:30:00Z" },
  },
] as const;

/** What the message changes, and whom hemvist answers, when it comes on that queue. */
async function taken(queue: string, message: unknown): Promise<{ record?: CaseRecord; answered: string[] }> {
  const cases = memoryCases(stands);
  const [outlet, deadLetters] = [recordingOutlet(), recordingDeadLetters()];
  const ports = { municipality, cases, deadLetters, outlet };
  const take = queue.startsWith("decisions-")
    ? takeOfAdministration({
        ...ports,
        receive: receiveDecision({ ...ports, pseudonyms: hashedPseudonyms() }),
        answer: answerProposal(ports),
      })
    : takeOfProvider({ ...ports, record: recordProgress(ports), proposals: recordProposal(ports) });
  await take(onQueue(queue, message, { sentAt: "2026-11-10T09:00:00Z" }));
  const record = await cases.find({ administration: "sf-centrum", decisionId: "SFC-2026-004711" });
  return { ...(record ? { record } : {}), answered: outlet.accepted.map((one) => one.queue) };
}

describe.each(kinds)("$kind", ({ kind, from, by, data }) => {
  const senders = (from === "decisions" ? administrations : executors).filter((party) => party !== by);

  it(`on ${from}-${by} is taken`, async () => {
    const { record, answered } = await taken(`${from}-${by}`, event(kind, data));

    expect(record).not.toEqual(stands);
    expect(answered).toEqual([]);
  });

  it.each(senders)(
    "on the queue of %s changes nothing, and only that party gets an answer",
    async (party) => {
      const { record, answered } = await taken(`${from}-${party}`, event(kind, data));

      expect(record).toEqual(stands);
      expect(answered).toEqual([from === "decisions" ? `inbox-${party}` : `assignments-${party}`]);
    },
  );
});

it("there is no further kind of message", () => {
  const contracts = readFileSync(new URL("../../packages/contracts/incoming.ts", import.meta.url), "utf8");
  const happenings = [...contracts.matchAll(/happening: "([a-z.]+)"/g)].map(([, happening]) => happening);

  expect(kinds.map(({ kind }) => kind).toSorted()).toEqual(happenings.toSorted());
});
