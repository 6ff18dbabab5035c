export type * from "./engine/access/access-matrix.ts";
export { accessMatrix, partyKinds, reaches, scopes } from "./engine/access/access-matrix.ts";
export type * from "./engine/access/admission.ts";
export {
  accessOf,
  callerOf,
  isOpenToAll,
  kindsOf,
  partyIn,
  partyScope,
  reachOf,
  scopeInToken,
  scopePrefix,
  scopesFor,
} from "./engine/access/admission.ts";
export type * from "./engine/background.ts";
export { addDays, addMonths, addYears, daysBetween, isCivilDate } from "./engine/calendar/civil-date.ts";
export { instantOf } from "./engine/calendar/instant.ts";
export { dateAfter } from "./engine/calendar/period.ts";
export { civilDateAt, instantAt } from "./engine/calendar/stockholm.ts";
export { addWorkingDays, firstWorkingDayFrom, isWorkingDay } from "./engine/calendar/working-days.ts";
export type * from "./engine/citations/citation.ts";
export { acts, legalBases } from "./engine/citations/citation.ts";
export { actInForceOn, isBasic } from "./engine/citations/legal-basis.ts";
export { citationText, readCitation, shortCitation } from "./engine/citations/read-citation.ts";
export { classify } from "./engine/classify.ts";
export type * from "./engine/decision.ts";
export {
  areaCodes,
  hasNumber,
  revocationReasons,
  subAreaCodes,
  unemployments,
  untilFurtherNotice,
  workAbilities,
  workPlanGoals,
} from "./engine/decision.ts";
export { toFacts } from "./engine/facts.ts";
export type * from "./engine/judgement.ts";
export { outcomes } from "./engine/judgement.ts";
export type * from "./engine/model.ts";
export { intervalOrigins, intervalUnits, partyRoles } from "./engine/model.ts";
export { reviewOverdueBy, reviewRemindedOn } from "./engine/model-review.ts";
export { modelInForceOn, modelNamed, ruleOf } from "./engine/models.ts";
export type * from "./engine/municipality.ts";
export { addresseesAmong, happeningOf, partiesOf, typeOf } from "./engine/municipality.ts";
export type * from "./engine/placement.ts";
export { sides } from "./engine/placement.ts";
export {
  addressOf,
  assignmentsOf,
  attemptsOfOurs,
  deadLetterName,
  decisionsFrom,
  everyTraffic,
  inboxOf,
  isDeadLetterName,
  isOf,
  keepsOrder,
  logicalName,
  partyOf,
  physicalName,
  progressFrom,
  queueName,
  type Traffic,
  withoutDeadLetters,
} from "./engine/queue-names.ts";
export type * from "./engine/rule.ts";
export { severities } from "./engine/rule.ts";
export { subAreaOf } from "./engine/sub-area-of.ts";
export { isTrial, namesWhomItMay, trialParty, trialPerson } from "./engine/trial.ts";
