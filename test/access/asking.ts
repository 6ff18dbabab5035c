import type { accessMatrix } from "@hemvist/rules";
import type { APIGatewayProxyEvent } from "aws-lambda";
import { aProposal, aReport, monday } from "../support/a-case.ts";
import { aDecisionMessage } from "../support/a-message.ts";

// What each operation of the matrix is asked, about a decision that is there and about one that is not.

export type Row = (typeof accessMatrix)[number];

export const there = "SFC-2026-004711";
export const nowhere = "SFC-2026-004799";
/** Of the proposal that is made in the decision that is there. */
export const uuid = "00000000-0000-4000-8000-000000000001";
const [number, unknownNumber] = ["18900118-9803", "18900119-9802"];

type Asked = Pick<Partial<APIGatewayProxyEvent>, "body" | "pathParameters">;

/** A call about a decision, as the operation takes it. */
export const asking: Readonly<Record<Row["operation"], (decisionId: string) => Asked>> = {
  receiveDecision: (decisionId) => ({ body: JSON.stringify(aDecisionMessage({ decisionId })) }),
  checkDecision: (decisionId) => ({ body: JSON.stringify(aDecisionMessage({ decisionId })) }),
  answerProposal: (decisionId) => ({
    pathParameters: { assignmentId: idOf(decisionId), proposalId: uuid },
    body: JSON.stringify({
      proposalId: uuid,
      assignmentId: idOf(decisionId),
      answer: "agreed",
      answeredAt: "2026-11-02T09:00:00Z",
    }),
  }),
  readDecision: (decisionId) => ({ pathParameters: { administration: "sf-centrum", decisionId } }),
  readAssignment: (decisionId) => ({ pathParameters: { assignmentId: idOf(decisionId) } }),
  reportProgress: (decisionId) => ({
    pathParameters: { assignmentId: idOf(decisionId) },
    body: JSON.stringify(
      aReport("accepted", { progressId: uuid, assignmentId: idOf(decisionId), occurredAt: monday }),
    ),
  }),
  makeProposal: (decisionId) => ({
    pathParameters: { assignmentId: idOf(decisionId) },
    body: JSON.stringify(aProposal({ proposalId: uuid, assignmentId: idOf(decisionId) })),
  }),
  withdrawProposal: (decisionId) => ({
    pathParameters: { assignmentId: idOf(decisionId), proposalId: uuid },
    body: JSON.stringify({
      proposalId: uuid,
      assignmentId: idOf(decisionId),
      withdrawnAt: "2026-11-02T09:00:00Z",
    }),
  }),
  searchPerson: (decisionId) => ({
    body: JSON.stringify({
      identityNumber: decisionId === there ? number : unknownNumber,
      purpose: "follow-up",
    }),
  }),
  listModels: () => ({}),
  readModel: () => ({ pathParameters: { name: "goteborg-2025-07" } }),
  readApiInfo: () => ({}),
  readOpenApi: () => ({}),
  readKeys: () => ({}),
};

const idOf = (decisionId: string): string => `sf-centrum.${decisionId}.1`;
