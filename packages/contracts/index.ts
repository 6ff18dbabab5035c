export { canonicalJson, contentHash } from "./canonical-json.ts";
export { decisionMessage, type Read, readDecision } from "./decision-message.ts";
export { cloudEvent, type IncomingType, openEnvelope, type Opened, parsedJson, traceparent } from "./envelope.ts";
export { type Fault, type FaultCode, fault } from "./fault.ts";
export { isIdentityNumber, twelveDigits } from "./identity-number.ts";
export { type PersonSearch, readPersonSearch } from "./person-search.ts";
export { type Problem, type ProblemName, problem } from "./problem.ts";
export { readProgress } from "./progress-message.ts";
