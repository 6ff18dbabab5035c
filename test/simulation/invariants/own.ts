import { type CaseRecord, correlationIdOf } from "@hemvist/casework";
import { addresseesAmong, type Municipality, partiesOf, partyOf } from "@hemvist/rules";
import { asBothKnowIt, modelOf } from "../faults/next-code.ts";
import type { Accepted } from "../platform/party-queues.ts";
import type { Violations } from "./violations.ts";

/** A stored decision is the municipality's own: its administration, its model, and the providers that carry it out. */
export function ownRecords(municipality: Municipality, { check }: Violations): (record: CaseRecord) => void {
  const parties = partiesOf(municipality);
  const [administrations, executors] = [new Set(parties.administrations), new Set(parties.executors)];
  const models = new Set<string | undefined>([undefined, ...municipality.models.map(({ name }) => name)]);
  return (record) => {
    const isOwn =
      administrations.has(record.administration) &&
      record.assignments.every(({ provider }) => executors.has(provider)) &&
      models.has(modelOf(asBothKnowIt(record)));
    check(isOwn, "nothing crosses municipalities", () => correlationIdOf(record));
  };
}

/**
 * Whether a message is the municipality's own, and for a party of its own. Two municipalities may use the same code for
 * a party, so the source and the type count as well.
 */
export function ownMessages(municipality: Municipality): (message: Accepted) => boolean {
  const parties = new Set(addresseesAmong(partiesOf(municipality)));
  const source = `"source":"${municipality.urn}"`;
  const type = `"type":"${municipality.typePrefix}.`;
  return ({ queue, body }) => parties.has(partyOf(queue)) && body.includes(source) && body.includes(type);
}
