import { isIdentityNumber } from "@hemvist/contracts";
import { isCivilDate } from "@hemvist/rules";
import * as z from "zod/mini";
import { isShown } from "../dead-letters/named-in.ts";

// What `hemvist ops` asks `functions/operate` for. The name of the act is the path.

const day = z.string().check(z.refine(isCivilDate));
const instant = z.iso.datetime();
const id = z.string().check(z.minLength(1), z.maxLength(1000));
/** An id that the journal keeps for good. */
export const kept = id.check(z.refine(isShown));
const reason = z.exactOptional(z.string());
/** The queues whose dead letters are meant, by their logical names. All if there is none. */
const queues = z.readonly(z.array(id).check(z.maxLength(1000)));

/** What the answer before gave, to go on with the next part. */
const goOn = z.exactOptional(z.string());
/** Whether the operator has stopped the act. Then its result so far goes on record, and nothing more is done. */
const isStopped = z.exactOptional(z.boolean());

/** What a sender says that it sent. */
export const sent = z.object({
  administration: id,
  sentAt: instant,
  decision: z.exactOptional(
    z.object({
      decisionId: id.check(z.refine((text) => !isIdentityNumber(text))),
      revision: z.int().check(z.gte(1)),
      contentHash: z.exactOptional(id),
    }),
  ),
  messageId: z.exactOptional(id),
});

export const asked = {
  "dead-letters": z.strictObject({ queues }),
  explain: z.strictObject({ letter: id, queues }),
  /** One letter, or else all that hemvist cannot read. Without a reason, it says what it would do. */
  discard: z.strictObject({ letter: z.exactOptional(id), queues, reason }),
  /** Without a reason, it says what it would do. */
  redrive: z.strictObject({
    queues,
    decision: z.exactOptional(kept),
    letter: z.exactOptional(id),
    reason,
  }),
  /** Without a reason, it says what it would do. */
  replay: z.strictObject({ party: kept, from: instant, to: instant, reason }),
  reconcile: z.strictObject({
    from: day,
    to: day,
    party: z.exactOptional(id),
    sent: z.exactOptional(z.readonly(z.array(sent))),
    after: z.exactOptional(id),
  }),
  /** Has every function check itself. */
  doctor: z.strictObject({}),
  /** Today if no days are given. */
  journal: z.strictObject({
    from: z.exactOptional(day),
    to: z.exactOptional(day),
    operator: z.exactOptional(kept),
    command: z.exactOptional(kept),
    reason,
    goOn,
    isStopped,
  }),
  approve: z.strictObject({ pending: id, reason }),
  reseal: z.strictObject({ reason, goOn, isStopped }),
  places: z.strictObject({ decision: kept, reason, goOn, isStopped }),
  view: z.strictObject({
    party: z.exactOptional(kept),
    personOf: z.exactOptional(kept),
    reason,
    goOn,
    isStopped,
  }),
  "audit-show": z.strictObject({
    entry: id.check(z.regex(/^[a-z0-9-]+\/\d\/\d{4}-\d\d-\d\d\/\d{1,9}$/)),
    reason,
  }),
  /** The number goes in the body, and never into a URL, a log or the journal. */
  "audit-person": z.strictObject({
    identityNumber: z.exactOptional(id),
    personOf: z.exactOptional(kept),
    reason,
    goOn,
    isStopped,
  }),
  "audit-verify": z.strictObject({ party: z.exactOptional(id), day: z.exactOptional(day), goOn }),
};

export type AskedFor<Name extends keyof typeof asked> = z.infer<(typeof asked)[Name]>;
