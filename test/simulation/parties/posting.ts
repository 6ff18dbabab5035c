import type { Fate } from "../invariants/rest.ts";
import type { Violations } from "../invariants/violations.ts";
import type { Platform } from "../platform/platform.ts";
import type { Posted } from "./case-system.ts";
import type { PartySignatures } from "./party-signatures.ts";
import type { Resending } from "./resending.ts";

type Signed = Posting & { readonly signature?: string };

type Posting = Posted & { readonly group?: string; readonly deduplicationId?: string };

export interface Poster {
  /** The queue's own id of the message; undefined once the parties have stopped sending. */
  readonly post: (posting: Posting) => string | undefined;
  /** How many decisions have come in, by queue. */
  readonly decisions: ReadonlyMap<string, number>;
}

interface Options {
  readonly signing: PartySignatures;
  readonly note: Resending["note"];
  /** The parties have stopped sending. */
  readonly isOver: () => boolean;
}

/** Puts what parties send on their queues, and in the ledger. */
export function poster({ queue, ledger }: Platform, { signing, note, isOver }: Options): Poster {
  const decisions = new Map<string, number>();

  function send({ queue: name, body, ...posting }: Signed): string {
    const { decision, isPoisoned = false, isForged = false, group, deduplicationId, signature } = posting;
    const origin = `${name}#${ledger.origins.size + 1}`;
    const line = {
      ...(group === undefined ? {} : { group, ...(deduplicationId ? { deduplicationId } : {}) }),
      ...(signature === undefined ? {} : { signature }),
    };
    const to = queue(name);
    const before = to.sent();
    const messageId = to.send({ body, origin, ...line });
    // Within the deduplication window nothing has come in.
    if (to.sent() === before) return messageId;
    note(name, { body, origin, ...line });
    ledger.origins.set(origin, { queue: name, isPoisoned, isForged, ...(decision ? { decision } : {}) });
    if (decision) decisions.set(name, (decisions.get(name) ?? 0) + 1);
    return messageId;
  }

  return {
    decisions,
    post(posting) {
      if (isOver()) return undefined;
      const { queue: name, body } = posting;
      // A stranger's message comes first, and the party's own has the same body. Of an answer to a proposal or a report,
      // the ledger does not know how it ended.
      for (const signature of posting.decision === undefined ? [] : signing.forgeries(name, body))
        send({
          queue: name,
          body,
          decision: { pk: "", revision: 0, caseNumber: "", body },
          isPoisoned: true,
          isForged: true,
          ...signature,
        });
      return send({ ...posting, ...signing.signature(name, body) });
    },
  };
}

/** What came in equals what ended, per party. */
export function checkSums(
  fates: ReadonlyMap<string, ReadonlyMap<Fate, number>>,
  { posted, violations }: { readonly posted: Poster["decisions"]; readonly violations: Violations },
): void {
  for (const [queue, sent] of posted) {
    const ended = [...(fates.get(queue)?.values() ?? [])].reduce((a, b) => a + b, 0);
    violations.check(
      ended === sent,
      "what came in equals what ended, per party",
      () => `${queue}: ${sent} in, ${ended} ended`,
    );
  }
}
