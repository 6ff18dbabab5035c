import * as z from "zod/mini";
import { storedEntry } from "../journal/read-journal.ts";
import { sent } from "./asked.ts";

// What `functions/operate` answers, for `hemvist ops` to print: ids, codes, counts and texts of ours.

const list = <Of extends z.ZodMiniType>(of: Of) => z.readonly(z.array(of));

const bilingual = z.object({ sv: z.string(), en: z.string() });

/** What went wrong, by its name alone. */
const trouble = z.object({
  error: z.string(),
  /** The name of the queue that SQS does not have. */
  noQueue: z.exactOptional(z.string()),
});

const refusedBy = list(z.extend(trouble, { queue: z.string() }));

const letter = z.object({
  id: z.string(),
  queue: z.string(),
  sentAt: z.string(),
  decision: z.exactOptional(z.string()),
  codes: list(z.string()),
  receivedAt: z.exactOptional(z.string()),
  diedAt: z.exactOptional(z.string()),
  rightOneSince: z.exactOptional(z.string()),
  what: bilingual,
  whyHere: bilingual,
  whatNow: bilingual,
  verdict: z.looseObject({ kind: z.string() }),
  command: z.string(),
});

const seen = {
  /** How many more there are, behind those that were looked at. */
  unseen: z.number(),
  notLookedAt: refusedBy,
};

const ids = list(z.string());

const assignmentLine = z.object({
  assignmentId: z.string(),
  status: z.string(),
  provider: z.string(),
  subArea: z.string(),
  from: z.string(),
  to: z.string(),
  requestedAt: z.string(),
});

const decisionLine = z.object({
  decision: z.string(),
  version: z.number(),
  revision: z.exactOptional(z.number()),
  returnedRevision: z.exactOptional(z.number()),
  assignments: list(assignmentLine),
});

const difference = z.object({
  kind: z.enum([
    "sent-and-not-here",
    "history-and-state-differ",
    "no-receipt",
    "never-looked-at-again",
    "outbox-of-another-version",
    "unreadable-item",
  ]),
  party: z.string(),
  day: z.exactOptional(z.string()),
  decision: z.string(),
  assignmentId: z.exactOptional(z.string()),
  revision: z.exactOptional(z.number()),
});

const incomingDay = z.object({
  party: z.string(),
  day: z.string(),
  cameIn: z.number(),
  assigned: z.number(),
  returned: z.number(),
  superseded: z.number(),
  refused: z.number(),
  unreadable: z.number(),
  deadLettered: z.number(),
  underWay: z.number(),
  missing: z.number(),
});

const outgoingDay = z.object({
  party: z.string(),
  day: z.string(),
  toBeSent: z.number(),
  sent: z.number(),
  onItsWay: z.number(),
  missing: z.number(),
});

/** What waits for a second person. */
const awaits = z.object({
  pending: z.string(),
  expiresAt: z.string(),
  count: z.number(),
  /** How many one person may send or discard alone: a setting of the stage, and 0 for what always takes two. */
  most: z.number(),
});

const discard = z.object({
  letters: list(letter),
  /** Absent in a dry run. */
  discarded: z.exactOptional(z.object({ removed: ids, notRemoved: ids })),
  awaits: z.exactOptional(awaits),
  ...seen,
  now: z.string(),
});

const redrive = z.object({
  letters: list(z.extend(letter, { send: z.boolean() })),
  /** Absent in a dry run. */
  redriven: z.exactOptional(z.object({ sent: ids, notRemoved: ids, notSent: ids })),
  /** Set where nothing was sent, since a second person must approve it. */
  awaits: z.exactOptional(awaits),
  refused: refusedBy,
  ...seen,
});

const replay = z.object({
  events: list(z.object({ id: z.string(), type: z.string(), queue: z.string(), sentAt: z.string() })),
  unread: ids,
  /** Absent in a dry run. */
  replayed: z.exactOptional(z.object({ sent: ids, notSent: ids, untold: ids })),
  awaits: z.exactOptional(awaits),
  refused: refusedBy,
});

/** What a function says of the settings that it looked for. */
const functionCheck = z.object({
  name: z.string(),
  checks: list(z.object({ name: z.string(), error: z.exactOptional(z.string()) })),
  /** Why it said nothing: it did not start, or Lambda did not call it. */
  silent: z.exactOptional(z.object({ error: z.string(), settings: z.exactOptional(ids) })),
});

/** A look at what concerns a person. Texts that a party wrote itself are in `asked` and `purpose`. */
const access = z.object({
  entry: z.string(),
  at: z.string(),
  party: z.string(),
  operator: z.exactOptional(z.string()),
  act: z.string(),
  asked: z.string(),
  purpose: z.exactOptional(z.string()),
  shown: z.number(),
});

/** What is wrong at a place in the access log. */
const accessFault = z.object({
  kind: z.enum(["changed", "moved", "missing", "cut"]),
  chain: z.string(),
  sequence: z.number(),
  upTo: z.exactOptional(z.number()),
  day: z.exactOptional(z.string()),
});

export const answers = {
  /** `now` is when hemvist looked: the letters' ages count to it. */
  "dead-letters": z.object({ letters: list(letter), ...seen, now: z.string() }),
  explain: letter,
  discard,
  redrive,
  replay,
  approve: z.object({
    discard: z.exactOptional(discard),
    redrive: z.exactOptional(redrive),
    replay: z.exactOptional(replay),
  }),
  reconcile: z.object({
    cameInBy: z.enum(["senders", "records"]),
    incoming: list(incomingDay),
    outgoing: list(outgoingDay),
    differences: list(difference),
    differing: z.number(),
    balances: z.boolean(),
    /** What no record had so far: to be asked for again with `after`. */
    left: list(sent),
    /** The key to go on after. Absent at the end. */
    after: z.exactOptional(z.string()),
    ...seen,
  }),
  "audit-show": z.extend(access, { persons: ids, protectedPersons: ids }),
  "audit-person": z.object({
    accesses: list(access),
    /** How many faults of the log were found in this part. */
    faulty: z.number(),
    entries: z.number(),
    goOn: z.exactOptional(z.string()),
  }),
  "audit-verify": z.object({
    faults: list(accessFault),
    /** How many there are, also those that the answer leaves out. */
    faulty: z.number(),
    entries: z.number(),
    goOn: z.exactOptional(z.string()),
  }),
  doctor: z.object({ functions: list(functionCheck) }),
  journal: z.object({
    entries: list(storedEntry),
    now: z.exactOptional(z.string()),
    goOn: z.exactOptional(z.string()),
  }),
  reseal: z.object({
    looked: z.number(),
    resealed: z.number(),
    /** A function wrote them in between, and sealed them itself. */
    writtenMeanwhile: z.number(),
    unreadable: z.number(),
    goOn: z.exactOptional(z.string()),
  }),
  places: z.object({
    /** The decision, if it is in this part. */
    decision: z.exactOptional(z.string()),
    handOvers: list(
      z.object({ assignmentId: z.string(), queue: z.string(), sentAt: z.string(), isAnswered: z.boolean() }),
    ),
    letters: list(letter),
    ...seen,
    now: z.exactOptional(z.string()),
    goOn: z.exactOptional(z.string()),
  }),
  view: z.object({
    decisions: list(decisionLine),
    assignments: list(assignmentLine),
    /** The person's decisions by the index, in the first part. */
    byIndex: ids,
    goOn: z.exactOptional(z.string()),
  }),
};

export type AnswerOf<Name extends keyof typeof answers> = z.infer<(typeof answers)[Name]>;
export type AccessFault = z.infer<typeof accessFault>;
export type Waits = z.infer<typeof awaits>;
export type Trouble = z.infer<typeof trouble>;
export type NotReached = z.infer<typeof refusedBy>[number];
export type FunctionCheck = z.infer<typeof functionCheck>;
export type JournalEntry = z.infer<typeof storedEntry>;
export type ExplainedLetter = z.infer<typeof letter>;

/** Every answer with another status than 200. */
export const failure = z.object({
  /** What cannot be done, in a sentence for the operator. */
  text: z.exactOptional(bilingual),
  /** What went wrong in AWS, or in hemvist. */
  why: z.exactOptional(trouble),
});

export type Failure = z.infer<typeof failure>;
