import {
  allEnded,
  type CaseStore,
  correlationIdOf,
  decisionOf,
  type FollowedAssignment,
  type Incoming,
  type Pseudonyms,
  personKeysOf,
} from "@hemvist/casework";
import { isIdentityNumber } from "@hemvist/contracts";
import type { Decision } from "@hemvist/rules";

interface Ports {
  readonly cases: Pick<CaseStore, "find">;
  readonly pseudonyms: Pseudonyms;
}

/** Looks up what a decision refers to. If it refers to nothing, this makes only two pseudonyms. */
export async function lookUp(
  decision: Decision,
  { cases, pseudonyms }: Ports,
): Promise<Pick<Incoming, "personKey" | "caseKey" | "formerPersonKey" | "followed">> {
  const [personKey, caseKey, formerPersonKey, followed] = await allEnded([
    pseudonyms.of(decision.person, decision.administration),
    pseudonyms.ofCase(decision.caseNumber, decision.administration),
    formerKeyOf(decision, pseudonyms),
    followedBy(decision, cases),
  ]);
  return {
    personKey,
    caseKey,
    ...(formerPersonKey ? { formerPersonKey } : {}),
    ...(followed ? { followed } : {}),
  };
}

/** The pseudonym of the number or reference that the person had before. */
async function formerKeyOf(
  { person, administration }: Decision,
  pseudonyms: Pseudonyms,
): Promise<string | undefined> {
  if (person.protectedIdentity || person.replaces === undefined) return undefined;
  return isIdentityNumber(person.replaces)
    ? pseudonyms.ofNumber(person.replaces)
    : pseudonyms.ofReference(person.replaces, administration);
}

/**
 * The assignments that its interventions follow: one read for each decision that they belong to, twenty at most. One at a
 * time, since one may be 8 MB of JSON and a batch has ten messages.
 */
async function followedBy(
  { interventions }: Decision,
  cases: Pick<CaseStore, "find">,
): Promise<ReadonlyMap<string, FollowedAssignment> | undefined> {
  const named = new Set(interventions.flatMap(({ follows }) => follows ?? []));
  if (named.size === 0) return undefined;
  const keys = new Map([...named].flatMap(decisionKeyOf));
  const followed = new Map<string, FollowedAssignment>();
  for (const key of keys.values()) {
    const record = await cases.find(key);
    if (record === undefined) continue;
    const personKeys = personKeysOf(record);
    for (const { assignmentId, provider } of record.assignments)
      if (named.has(assignmentId)) followed.set(assignmentId, { provider, personKeys });
  }
  return followed;
}

function decisionKeyOf(assignmentId: string) {
  const key = decisionOf(assignmentId);
  return key ? [[correlationIdOf(key), key] as const] : [];
}
