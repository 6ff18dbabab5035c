import { type CivilDate, isCivilDate } from "@hemvist/rules";
import { type Fault, type FaultCode, fault } from "./fault.ts";
import {
  holdsSomebodysNumber,
  isIdentityNumber,
  isSomebodysNumber,
  twelveDigits,
} from "./identity-number.ts";

/** A member of what may be an object, and may be anything else. */
const at = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;

const textAt = (value: unknown, name: string): string | undefined => {
  const member = at(value, name);
  return typeof member === "string" ? member : undefined;
};

/**
 * The faults of a decision on the day it is received, beyond those that a schema can find. They are looked for in every
 * readable part, so that the answer has every fault at once.
 */
export function decisionFaults(message: unknown, receivedOn: CivilDate): readonly Fault[] {
  const list = at(message, "interventions");
  const interventions: readonly unknown[] = Array.isArray(list) ? list : [];
  const person = at(message, "person");

  // Ids go where no identity number may: into addresses, logs, and to those who may not know who it is.
  const ids: readonly SentId[] = [
    ["/decisionId", textAt(message, "decisionId")],
    ["/person/reference", textAt(person, "reference")],
    ["/basicDecision/decisionId", textAt(at(message, "basicDecision"), "decisionId")],
    ["/parallelAgreement", textAt(message, "parallelAgreement")],
    ...interventions.flatMap((one, index): readonly SentId[] => [
      [`/interventions/${index}/interventionId`, textAt(one, "interventionId")],
      [`/interventions/${index}/service`, textAt(one, "service")],
    ]),
  ];
  // It has parts, and a part may be a person's number.
  const composed: readonly SentId[] = [
    ["/caseNumber", textAt(message, "caseNumber")],
    ["/workPlan/workPlanId", textAt(at(message, "workPlan"), "workPlanId")],
    ...interventions.map((one, index): SentId => [`/interventions/${index}/follows`, textAt(one, "follows")]),
  ];
  const numbers = [
    ...ids.filter(([, id = ""]) => isSomebodysNumber(id, receivedOn)),
    ...composed.filter(([, id = ""]) => holdsSomebodysNumber(id, receivedOn)),
  ];
  return [
    ...numbers.map(([pointer]) => fault(pointer, "identity-number-as-id")),
    ...personFaults(person, receivedOn),
  ];
}

type SentId = readonly [pointer: string, id: string | undefined];

function personFaults(person: unknown, receivedOn: CivilDate): readonly Fault[] {
  if (at(person, "protectedIdentity") === true) return [];
  const number = textAt(person, "identityNumber");
  const birthDate = textAt(person, "birthDate");
  const faults: (readonly [string, FaultCode])[] = [];
  // A number that is one in some century, but not in the one that it means on the day it is received.
  if (number !== undefined && isIdentityNumber(number) && twelveDigits(number, receivedOn) === undefined)
    faults.push(["/person/identityNumber", "not-an-identity-number"]);
  if (birthDate !== undefined && isCivilDate(birthDate) && birthDate > receivedOn)
    faults.push(["/person/birthDate", "after-receipt"]);
  return faults.map(([pointer, code]) => fault(pointer, code));
}
