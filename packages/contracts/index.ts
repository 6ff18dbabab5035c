export { canonicalJson, contentHash } from "./canonical-json.ts";
export { decisionMessage, type Read, readDecision } from "./decision-message.ts";
export {
  cloudEvent,
  type IncomingType,
  type Opened,
  openEnvelope,
  parsedJson,
  traceparent,
} from "./envelope.ts";
export { type Fault, type FaultCode, fault } from "./fault.ts";
export { isIdentityNumber, twelveDigits } from "./identity-number.ts";
export { administration, civilDate, subArea } from "./parts.ts";
export { type PersonSearch, readPersonSearch } from "./person-search.ts";
export { type Problem, type ProblemName, problem } from "./problem.ts";
export { assignmentStatus, readProgress } from "./progress-message.ts";
