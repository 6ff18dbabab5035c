import { type CaseRecord, correlationIdOf } from "@hemvist/casework";
import { type Municipality, partiesOf } from "@hemvist/rules";
import { roomOf } from "../../support/room-of.ts";
import { flooded } from "../parties/without-measure.ts";
import type { Violations } from "./violations.ts";

/** What has happened less often is far from any limit, and is not measured. */
const longHistory = 100;
/** What providers may fill at the most, and a little: the table measures a sealed record, this one that is not. */
const leftToProviders = 0.87;

interface Kept {
  readonly municipality: Municipality;
  readonly violations: Violations;
  readonly fuller: number;
}

/** What must hold of the size of each record, looked at as it is written. */
export function checkRoomOf(record: CaseRecord, { municipality, violations: { check }, fuller }: Kept): void {
  if (record.history.length < longHistory) return;
  const taken = fuller * roomOf(record);
  const what = (): string => `${correlationIdOf(record)} version ${record.version} takes ${taken.toFixed(3)}`;
  check(taken <= 1, "a record is no larger than the table takes", what);
  const by = record.history.at(-1)?.by ?? "";
  const { executors, administrations } = partiesOf(municipality);
  const writtenByProvider = executors.includes(by) && !administrations.includes(by);
  check(!writtenByProvider || taken <= leftToProviders, "a provider leaves SF its room", what);
}

/** What SF said at last of the decision that partners without measure write about. */
export function checkLastWord(records: ReadonlyMap<string, CaseRecord>, { check }: Violations): void {
  const record = records.get(correlationIdOf(flooded));
  const { revocation, person } = record?.standing?.decision ?? {};
  const what = (): string => `${correlationIdOf(flooded)} version ${record?.version}`;
  check(revocation !== undefined, "SF's revocation is taken", what);
  check(person?.protectedIdentity === true, "SF's mark of protected identity is taken", what);
}
