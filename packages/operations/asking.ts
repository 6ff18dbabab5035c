// What a command needs that asks for the acts: forms, and what adds their answers up.
export type { ActName } from "./acts/acts.ts";
export { refuseForgotten } from "./acts/replay-messages.ts";
export { allQueues, setAsideFrom } from "./addresses.ts";
export { CannotRun } from "./cannot-run.ts";
export { reasonIn } from "./journal/reason.ts";
export { municipality } from "./municipality.ts";
export type {
  Difference,
  DifferenceKind,
  IncomingDay,
  OutgoingDay,
  Reconciliation,
} from "./reconcile/balance.ts";
export type { Sent } from "./reconcile/incoming-balance.ts";
export { merged } from "./reconcile/merged.ts";
export { type AssignmentLine, type DecisionLine, personView, wholeView } from "./view/views.ts";
export {
  type AccessFault,
  type AnswerOf,
  answers,
  type ExplainedLetter,
  type Failure,
  type FunctionCheck,
  failure,
  type JournalEntry,
  type NotReached,
  type Trouble,
  type Waits,
} from "./wire/answers.ts";
export type { AskedFor } from "./wire/asked.ts";
