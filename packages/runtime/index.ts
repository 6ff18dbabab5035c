export { type AccessTokens, tokensBy } from "./access-tokens.ts";
export { admission } from "./admission.ts";
export { bundledText } from "./bundled-text.ts";
export { type HttpAnswer, httpApi, type Routes, refusal } from "./http-api.ts";
export type { HttpRequest } from "./http-request.ts";
export { log } from "./log.ts";
export { loggedAccess } from "./logged-access.ts";
export { count, measure, writeMetrics } from "./measure.ts";
export { measureSteps } from "./measured-steps.ts";
export { type MessageSignatures, messageSignatures, signatureChecked } from "./message-signatures.ts";
export { promiseKept } from "./promise-kept.ts";
export { type QueueMessage, queueBatch } from "./queue-batch.ts";
export { checksOf, selfChecking } from "./self-check.ts";
export {
  bucketName,
  decisionsTable,
  keyId,
  manyForOne,
  messageSigning,
  queueUrls,
  readMunicipality,
  readSettings,
  signatureSettings,
  tableName,
  tokenIssuer,
} from "./settings.ts";
export { type SignedRequest, signedRequest } from "./signed-request.ts";
export { twoWaysIn } from "./two-ways-in.ts";
export { about, asUnit, type LogFields, note } from "./unit-of-work.ts";
export { countedLetters, logRefused } from "./watched-queues.ts";
export { countRoom } from "./watched-room.ts";
