import {
  answerFor,
  answerOf,
  type CaseRecord,
  explained,
  openTo,
  prospects,
  receive,
  reportProgress,
} from "@hemvist/casework";
import { civilDateAt, classify, type Decision, models } from "@hemvist/rules";
import { contentHash } from "./canonical-json.ts";
import { readDecision } from "./decision-message.ts";
import type { Examples } from "./openapi-paths.ts";
import { problem } from "./problem.ts";
import { readProgress } from "./progress-message.ts";

const receivedAt = "2026-11-02T09:00:00Z";
const person = "a-pseudonym";

/** What the API answers to a sample decision, a faulty one, and a provider's first report. */
export function examplesFrom(samples: {
  readonly decision: unknown;
  readonly returned: unknown;
  readonly progress: unknown;
}): Examples {
  const decision = decisionIn(samples.decision);
  const assigned = recordOf(decision, samples.decision);
  const reported = reportTo(assigned, samples.progress);
  const { record, assignment } = reported;
  const ofAssignment = record.history.filter(
    (entry) => "assignmentId" in entry && entry.assignmentId === assignment.assignmentId,
  );
  const { assignmentId, status, statusAt } = assignment;
  return {
    decision: samples.decision,
    assigned: explained(answerOf(assigned)),
    returned: problem("returned", {
      ...explained(answerOf(recordOf(decisionIn(samples.returned), samples.returned))),
    }),
    checked: checkOf(decision),
    decisionView: {
      ...explained(answerOf(record)),
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
      history: ofAssignment,
    },
    personSearch: {
      administration: decision.administration,
      caseNumber: decision.caseNumber,
      purpose: "Follow-up of the work plan",
    },
    personInterventions: { interventions: record.assignments.map((one) => lineOf(record, one)) },
    modelList: {
      models: models.map(({ name, municipality, validFrom, act }) => ({
        name,
        municipality,
        validFrom,
        act,
      })),
    },
    apiInfo: {
      apiName: "hemvist",
      apiVersion: "1.0.0",
      apiReleased: "2026-11-22",
      apiDocumentation: "/v1/openapi.yaml",
      apiStatus: "active",
    },
  };
}

function decisionIn(message: unknown): Decision {
  const read = readDecision(message, civilDateAt(receivedAt));
  if (!read.ok) throw new Error(`an example cannot be read: ${read.faults.map(({ code }) => code).join()}`);
  return read.value;
}

function recordOf(decision: Decision, message: unknown): CaseRecord {
  const incoming = { decision, contentHash: contentHash(message), personKey: person };
  const reception = receive(undefined, incoming, { at: receivedAt, causationId: "revision 1" });
  if (reception.kind !== "recorded") throw new Error(`an example is not received: ${reception.kind}`);
  return reception.record;
}

function reportTo(record: CaseRecord, message: unknown) {
  const read = readProgress(message);
  if (!read.ok) throw new Error("the example of a report cannot be read");
  const cause = { at: read.value.occurredAt, causationId: read.value.progressId };
  const reported = reportProgress(record, read.value, { cause });
  if (reported.kind !== "recorded") throw new Error("the example of a report is not taken");
  return reported;
}

function checkOf(decision: Decision) {
  const judged = { decision, judgement: classify(decision, { receivedOn: civilDateAt(receivedAt) }) };
  return explained(answerFor(judged, prospects(judged)));
}

function lineOf(
  { administration, decisionId, standing }: CaseRecord,
  {
    governedBy: _governedBy,
    requestedAt: _requestedAt,
    answerBy: _answerBy,
    ...assignment
  }: CaseRecord["assignments"][number],
) {
  const basis = standing ? { legalBasis: standing.judgement.legalBasis } : {};
  return { administration, decisionId, ...basis, ...assignment };
}
