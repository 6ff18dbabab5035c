import type { CaseRecord } from "./case-record.ts";
import type { Incoming } from "./incoming.ts";

type PersonKeys = Pick<CaseRecord, "personKey" | "formerPersonKeys">;

/**
 * Whom the record concerns after the revision is assigned. A former number or reference still finds it. If the person
 * is protected, only SF's reference does.
 */
export function personKeysAfter(
  { standing, personKey: before, formerPersonKeys = [] }: CaseRecord,
  { decision: { person }, personKey, formerPersonKey }: Incoming,
): PersonKeys {
  if (person.protectedIdentity) return { personKey };
  const stood = standing ? [...formerPersonKeys, before] : [];
  const former = new Set([...stood, ...(formerPersonKey ? [formerPersonKey] : [])]);
  former.delete(personKey);
  return { personKey, ...(former.size > 0 ? { formerPersonKeys: [...former] } : {}) };
}

/**
 * Whom the record concerns after the revision is returned: the same person as before, with two exceptions. If nothing
 * stands yet, it concerns the person in the newest message. A mark of protected identity holds from the message that
 * brings it.
 */
export const personKeysAfterReturn = (
  before: CaseRecord,
  incoming: Incoming,
  { isMarked }: { readonly isMarked: boolean },
): PersonKeys => {
  if (before.standing === undefined || isMarked) return personKeysAfter(before, incoming);
  const { personKey, formerPersonKeys } = before;
  return { personKey, ...(formerPersonKeys ? { formerPersonKeys } : {}) };
};

/** The pseudonyms that the person of a record has or has had. */
export const personKeysOf = ({ personKey, formerPersonKeys = [] }: PersonKeys): readonly string[] => [
  personKey,
  ...formerPersonKeys,
];

/**
 * The pseudonyms by which the store finds a record: the present one, the one before it, and the first. So a record
 * whose person had a reference, then a samordningsnummer, then a personnummer is found by each of the three.
 */
export const lookupKeysOf = ({ personKey, formerPersonKeys = [] }: CaseRecord): readonly string[] => {
  const [first] = formerPersonKeys.slice(0, -1);
  return [personKey, ...formerPersonKeys.slice(-1), ...(first === undefined ? [] : [first])];
};
