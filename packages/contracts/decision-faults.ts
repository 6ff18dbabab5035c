import { type CivilDate, isCivilDate } from "@hemvist/rules";
import * as z from "zod";
import { type Fault, type FaultCode, fault } from "./fault.ts";
import {
  holdsSomebodysNumber,
  isIdentityNumber,
  isSomebodysNumber,
  twelveDigits,
} from "./identity-number.ts";

const text = z.string().optional().catch(undefined);
const part = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.object(shape).optional().catch(undefined);

/** As much of a decision as must be held to the day it is received, whatever else is wrong with it. */
const sketch = z.object({
  decisionId: text,
  caseNumber: text,
  parallelAgreement: text,
  person: part({ protectedIdentity: z.unknown(), identityNumber: text, reference: text, birthDate: text }),
  basicDecision: part({ decisionId: text }),
  workPlan: part({ workPlanId: text }),
  interventions: z
    .array(part({ interventionId: text, service: text, follows: text }))
    .optional()
    .catch(undefined),
});

/** What is wrong with a decision on the day it is received, beyond what a schema can say. */
export function decisionFaults(message: unknown, receivedOn: CivilDate): readonly Fault[] {
  const { data: sent } = sketch.safeParse(message);
  if (sent === undefined) return [];
  const { person, interventions = [] } = sent;

  // Ids go where no identity number may: into addresses, logs, and to those who may not know who it is.
  const ids: readonly SentId[] = [
    ["/decisionId", sent.decisionId],
    ["/person/reference", person?.reference],
    ["/basicDecision/decisionId", sent.basicDecision?.decisionId],
    ["/parallelAgreement", sent.parallelAgreement],
    ...interventions.flatMap((one, index): readonly SentId[] => [
      [`/interventions/${index}/interventionId`, one?.interventionId],
      [`/interventions/${index}/service`, one?.service],
    ]),
  ];
  // Made of parts, and a part may be somebody's number.
  const composed: readonly SentId[] = [
    ["/caseNumber", sent.caseNumber],
    ["/workPlan/workPlanId", sent.workPlan?.workPlanId],
    ...interventions.map((one, index): SentId => [`/interventions/${index}/follows`, one?.follows]),
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

type SentPerson = z.infer<typeof sketch>["person"];

function personFaults(person: SentPerson, receivedOn: CivilDate): readonly Fault[] {
  if (person === undefined || person.protectedIdentity === true) return [];
  const { identityNumber: number, birthDate } = person;
  const faults: (readonly [string, FaultCode])[] = [];
  // A number that is one in some century, but not in the one that it means on the day it is received.
  if (number !== undefined && isIdentityNumber(number) && twelveDigits(number, receivedOn) === undefined)
    faults.push(["/person/identityNumber", "not-an-identity-number"]);
  if (birthDate !== undefined && isCivilDate(birthDate) && birthDate > receivedOn)
    faults.push(["/person/birthDate", "after-receipt"]);
  return faults.map(([pointer, code]) => fault(pointer, code));
}
