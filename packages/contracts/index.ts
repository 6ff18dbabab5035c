// Bundled into every function: what they do not use here is left out of the bundle (`sideEffects: false`), and
// what only the build uses (OpenAPI, JSON Schema) is never exported from here.
export { answer, explainedAnswer, finding } from "./answer.ts";
export { assignment, assignmentEvents } from "./assignment-messages.ts";
export { canonicalJson, contentHash } from "./canonical-json.ts";
export { decisionMessage, readDecision } from "./decision-message.ts";
export { cloudEvent, traceparent } from "./envelope.ts";
export {
  codesInReason,
  type Fault,
  type FaultCode,
  fault,
  ofCutMessage,
  shownCodes,
  unreadableReason,
} from "./fault.ts";
export { historyEntryOf } from "./history-entry.ts";
export { holdsIdentityNumber, isIdentityNumber, twelveDigits } from "./identity-number.ts";
export { inboxEvents } from "./inbox-messages.ts";
export {
  type FromAdministration,
  type FromProvider,
  fromAdministration,
  fromProvider,
  type Incoming,
} from "./incoming.ts";
export { parsedJson, readJson, utf8Text } from "./json-text.ts";
export { leftOutIn, setAsideOf } from "./left-out.ts";
export { isTooLarge } from "./message-size.ts";
export { modelList, modelView } from "./model-views.ts";
export { decisionNamedIn, type Named, progressNamedIn, proposalNamedIn } from "./named-in.ts";
export {
  administration,
  area,
  bilingual,
  civilDate,
  instantOf,
  legalBasisCode,
  logicalName,
  severity,
  side,
  subArea,
} from "./parts.ts";
export { type PersonSearch, personSearch, readPersonSearch } from "./person-search.ts";
export { type Problem, type ProblemName, problem } from "./problem.ts";
export { problemSchema, returnedProblem } from "./problem-schema.ts";
export { assignmentStatus, progressMessage, readProgress } from "./progress-message.ts";
export { readProposal, readProposalAnswer, readWithdrawal } from "./proposal-message.ts";
export { proposalView } from "./proposal-messages.ts";
export { proposalProblem } from "./proposal-problem.ts";
export type { Read } from "./reading.ts";
export { revocation } from "./revocation.ts";
export { isDecisionOf, isPlain, withPlainIds } from "./shown-ids.ts";
export { apiInfo, assignmentView, decisionView, formerAssignmentView, progressTaken } from "./views.ts";
export { wholePerson } from "./whole-person.ts";
