import { type CaseRecord, correlationIdOf, type Message } from "@hemvist/casework";
import { assignmentsOf } from "@hemvist/rules";
import type { Violations } from "./violations.ts";

/** A message with a person's identity in it, as it was written. */
interface Handed {
  readonly version: number;
  /** The provider's queue and the assignment. */
  readonly what: string;
}

/**
 * Holds the list of who had a person's identity against the messages themselves, whatever has been decided since. A
 * restored table writes some versions once more: what the first of them handed over belongs to a past that is gone.
 */
export function identityInvariants({ check }: Violations): (record: CaseRecord) => void {
  const handed = new Map<string, readonly Handed[]>();
  return (record) => {
    const pk = correlationIdOf(record);
    const before = (handed.get(pk) ?? []).filter(({ version }) => version < record.version);
    if (marksIdentity(record)) {
      const listed = [...new Set(listIn(record))].sort().join();
      const had = [...new Set(before.map(({ what }) => what))].sort().join();
      check(listed === had, "the list of who had an identity names who had it then", () => pk);
    }
    const now = record.outbox.filter(handsIdentity).map((message) => handedIn(message, record.version));
    if (now.length > 0 || before.length > 0) handed.set(pk, [...before, ...now]);
  };
}

const marksIdentity = ({ history, version }: CaseRecord): boolean =>
  history.some((entry) => entry.what === "identity-protected" && entry.version === version);

/** What the list in SF's inbox holds, as `Handed.what` has it. */
function listIn({ outbox }: CaseRecord): readonly string[] {
  const list = outbox.find(({ event }) => event.type.endsWith(".identity.sent-before-protection.v1"));
  const sentBefore = (list?.event.data["sentBefore"] ?? []) as readonly {
    readonly provider: string;
    readonly assignmentId: string;
  }[];
  return sentBefore.map(({ provider, assignmentId }) => `${assignmentsOf(provider)} ${assignmentId}`);
}

const handsIdentity = ({ event: { data } }: Message): boolean =>
  typeof data["person"] === "object" && !("protectedIdentity" in (data["person"] as object));

const handedIn = ({ queue, event: { subject } }: Message, version: number): Handed => ({
  version,
  what: `${queue} ${subject}`,
});
