import {
  type CaseStore,
  type Cause,
  correlationIdOf,
  type Pseudonyms,
  type Reception,
  receive,
  writeThrough,
} from "@hemvist/casework";
import { contentHash, type Fault, readDecision } from "@hemvist/contracts";
import { civilDateAt, type Municipality, namesWhomItMay } from "@hemvist/rules";
import { about } from "@hemvist/runtime";
import type { Arrival } from "./arrival.ts";
import { lookUp } from "./look-up.ts";

export interface Ports {
  readonly municipality: Municipality;
  readonly cases: CaseStore;
  readonly pseudonyms: Pseudonyms;
}

export type Received =
  | { readonly kind: "unreadable"; readonly faults: readonly Fault[] }
  /**
   * The decision names another administration than the one that sent it, or hemvist's own trial decision names a person.
   * Nothing was looked up.
   */
  | { readonly kind: "not-yours" }
  | Reception;

/** Reads a decision, judges it, and stores the outcome with its messages and its next check in one write. */
export const receiveDecision =
  ({ municipality, cases, pseudonyms }: Ports) =>
  async ({ message, receivedAt, causationId, traceparent, sender }: Arrival): Promise<Received> => {
    const read = readDecision(message, { receivedOn: civilDateAt(receivedAt), municipality });
    if (!read.ok) return { kind: "unreadable", faults: read.faults };
    const decision = read.value;
    about(correlationIdOf(decision));
    if (sender !== decision.administration || !namesWhomItMay(decision)) return { kind: "not-yours" };
    const cause: Cause = {
      municipality,
      at: receivedAt,
      causationId,
      ...(traceparent ? { traceparent } : {}),
    };
    const incoming = {
      decision,
      contentHash: contentHash(message),
      ...(await lookUp(decision, { cases, pseudonyms })),
    };
    return writeThrough<Reception>(cases, {
      key: decision,
      isNew: decision.revision === 1,
      decide: (record) => receive(record, incoming, cause),
      recordOf: (reception) => (reception.kind === "recorded" ? reception.record : undefined),
    });
  };
