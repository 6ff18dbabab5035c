import {
  answerFor,
  answerOf,
  type CaseRecord,
  explained,
  openTo,
  prospects,
  receiptOf,
  wholePersons,
} from "@hemvist/casework";
import { civilDateAt, classify, type Municipality } from "@hemvist/rules";
import { readDecision } from "../decision-message.ts";
import { problem } from "../problem.ts";
import type { Examples } from "./operation.ts";
import { afterDecision, afterProgress } from "./sample-record.ts";

const receivedAt = "2026-11-02T09:00:00Z";

/** What the API answers to a sample decision, a faulty one, and a provider's first report. */
export function examplesFrom(
  municipality: Municipality,
  samples: {
    readonly decision: unknown;
    readonly returned: unknown;
    readonly progress: unknown;
  },
): Examples {
  const assigned = afterDecision(samples.decision, { at: receivedAt, municipality });
  const { record, assignment } = afterProgress(assigned, samples.progress, municipality);
  const ofAssignment = record.history.filter(
    (entry) => "assignmentId" in entry && entry.assignmentId === assignment.assignmentId,
  );
  const { assignmentId, status, statusAt } = assignment;
  return {
    decision: samples.decision,
    assigned: explained(answerOf(assigned), municipality),
    returned: problem("returned", {
      ...explained(answerOf(afterDecision(samples.returned, { at: receivedAt, municipality })), municipality),
    }),
    checked: checkOf(samples.decision, municipality),
    decisionView: {
      ...explained(answerOf(record), municipality),
      nextCheckAt: record.dueAt,
      history: record.history,
    },
    progress: samples.progress,
    progressTaken: { assignmentId, status, statusAt, open: openTo(status) },
    assignmentView: {
      administration: record.administration,
      decisionId: record.decisionId,
      ...assignment,
      open: openTo(status),
      receipt: receiptOf(record, assignment, receivedAt),
      proposals: [],
      history: ofAssignment,
    },
    personSearch: {
      administration: record.administration,
      caseNumber: record.standing?.decision.caseNumber,
      purpose: "Follow-up of the work plan",
    },
    wholePerson: wholePersons([[record]]),
    ...proposalExamples(record),
    modelList: {
      models: municipality.models.map(({ name, municipality: whose, validFrom, act }) => ({
        name,
        municipality: whose,
        validFrom,
        act,
      })),
    },
    apiInfo: {
      apiName: "hemvist",
      apiVersion: "1.0.0",
      apiReleased: "2026-11-22",
      apiDocumentation: "https://api.example/v1/openapi.yaml",
      apiStatus: "active",
    },
    // The key is the example of RFC 7515, A.3.
    publishedKeys: {
      keys: [
        {
          kid: "hemvist-1",
          use: "sig",
          alg: "ES256",
          kty: "EC",
          crv: "P-256",
          x: "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
          y: "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
        },
      ],
    },
  };
}

function checkOf(message: unknown, municipality: Municipality) {
  const receivedOn = civilDateAt(receivedAt);
  const read = readDecision(message, { receivedOn, municipality });
  if (!read.ok) throw new Error("the example of a decision cannot be read");
  const decision = read.value;
  const judged = { decision, judgement: classify(decision, { municipality, receivedOn }) };
  return explained(answerFor(judged, prospects(judged)), municipality);
}

const proposalId = "0e2b1f5a-6c1d-4b7e-9a52-3f0d8c7b6a51";

/** A provider asks for half a year more, withdraws that, or gets a yes. */
function proposalExamples({ assignments }: CaseRecord) {
  const ids = { proposalId, assignmentId: assignments[0]?.assignmentId ?? "" };
  const proposal = { ...ids, wish: { kind: "extend", to: "2027-11-08" }, madeAt: "2027-03-01T09:00:00Z" };
  const made = { ...proposal, provider: assignments[0]?.provider ?? "" };
  return {
    proposal,
    proposalView: { ...made, status: "proposed" },
    withdrawal: { ...ids, withdrawnAt: "2027-03-02T09:00:00Z" },
    proposalWithdrawn: { ...made, status: "withdrawn", answeredAt: "2027-03-02T09:00:00Z" },
    proposalAnswer: { ...ids, answer: "agreed", answeredAt: "2027-03-03T09:00:00Z" },
    proposalAgreed: { ...made, status: "agreed", answeredAt: "2027-03-03T09:00:00Z" },
  };
}
