export {
  type Access,
  type AccessAct,
  type AccessLog,
  AccessNotLogged,
  accessActs,
  type Logged,
  operations,
  personsIn,
} from "./access.ts";
export {
  assignmentIdOf,
  caseKeyOf,
  correlationIdOf,
  correlationOf,
  decisionOf,
  partsOf,
  placeOf,
} from "./addresses.ts";
export { allEnded } from "./all-ended.ts";
export { type Answer, type AnsweredAssignment, answerFor, answerOf, explained, prospects } from "./answer.ts";
export {
  type Assignment,
  type AssignmentStatus,
  assignmentStatuses,
  type Instant,
  isOpen,
  type Reason,
  type Result,
  reasonOwners,
  results,
} from "./assignment.ts";
export type { CaseNow } from "./case-now.ts";
export {
  assignmentFacts,
  type CaseRecord,
  type Fact,
  type FollowUp,
  type FollowUpKind,
  followUpKinds,
  type HistoryEntry,
  type Level,
  levels,
  type Revision,
  remindedKinds,
  type Stood,
} from "./case-record.ts";
export { decisionsByPerson, personsOfCase } from "./decisions-of-person.ts";
export { notCarriedOutSince } from "./delay-watches.ts";
export { followUp } from "./follow-up.ts";
export { type NewAssignment, newAssignmentIn } from "./handed-on.ts";
export type { FollowedAssignment, Incoming } from "./incoming.ts";
export { lookedIntoBy } from "./looked-into.ts";
export {
  addressed,
  type Cause,
  type CloudEvent,
  type Message,
  reply,
} from "./message.ts";
export { inOfficeHours, inTimeUntil, officeHoursBetween } from "./office-hours.ts";
export { lookupKeysOf, personKeysOf } from "./person-keys.ts";
export {
  type CaseKey,
  type CaseStore,
  type DeadLetter,
  type DeadLetters,
  type DueCase,
  NoRoom,
  NotAllKept,
  type OnUnreadable,
  type Outlet,
  type Pseudonyms,
  type Saved,
} from "./ports.ts";
export {
  type DeclineReason,
  declineReasons,
  expectsRevision,
  type Proposal,
  type ProposalStatus,
  proposalAnswers,
  proposalStatuses,
  proposalTransitions,
  type Wish,
  wishKinds,
} from "./proposal.ts";
export {
  type ProposalRefusal,
  type Proposed,
  type Proposing,
  proposalRefusals,
  propose,
  type Settling,
  settle,
} from "./propose.ts";
export { proposeThrough } from "./propose-through.ts";
export { handedOver } from "./protect-identity.ts";
export {
  assignmentSeenBy,
  hasOngoingCase,
  reachesAsAdministration,
  reachesDecision,
  type Seen,
} from "./reached.ts";
export { type Receipt, receiptOf } from "./receipt.ts";
export { type Reception, receive } from "./receive.ts";
export {
  type Progress,
  progressRefusals,
  type Refusal,
  type Reported,
  reportProgress,
} from "./report-progress.ts";
export { type Crowded, crowdedWithin, roomFor } from "./room.ts";
export { asSentNow, remembered, type SentMessage, type SentMessages } from "./sent-message.ts";
export { MarkUnknown, type Shielded, shieldIdentity } from "./shield-identity.ts";
export { type Step, stepsOf } from "./steps.ts";
export {
  openTo,
  type ReasonCode,
  reasonCodes,
  reportedStatuses,
  type Transition,
  transitions,
} from "./transitions.ts";
export { turnOf, watchesOf } from "./watches.ts";
export { type PersonsIntervention, type WholePerson, wholePerson, wholePersons } from "./whole-person.ts";
export { WriteConflict, writeThrough } from "./write-through.ts";
