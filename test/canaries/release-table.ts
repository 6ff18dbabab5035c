import { around, nameOfField, notRead } from "./contents.ts";

/** A place that something comes out at. */
export type Place = string;

/** What may come out at a place, to whom, and why. What no row names comes out nowhere. */
export interface Release {
  readonly place: Place;
  readonly contents: readonly string[];
  readonly reader: string;
  readonly why: string;
}

export const places = {
  log: "the functions' logs",
  metrics: "the metrics",
  stream: "the table's stream",
  decisions: "the table `decisions`",
  sent: "the table `sent-messages`",
  assignments: "the queue of a provider",
  ownAssignments: "the queue of the provider that sent it",
  ownInbox: "the inbox of the sender",
  otherInbox: "the inbox of another party",
  incoming: "a queue that hemvist reads",
  deadLetters: "a dead-letter queue of what came in",
  deadOutgoing: "a dead-letter queue of what goes out",
  attributes: "attributes, groups and ids of messages on queues",
  ownAnswer: "the answer to the sender",
  otherAnswer: "the answer to another party",
  console: "what `hemvist ops` prints",
  journal: "the journal",
  failed: "the bucket for failed records",
  reports: "the bucket for reports",
  accessLog: "the access log",
} as const;

/** The one table. `docs/security/release.md` is drawn from it, and `npm run canaries` holds it against a whole run. */
export const releaseTable: readonly Release[] = [
  {
    place: places.assignments,
    contents: [
      "an id",
      "the identity number",
      "the name",
      "SF's reference",
      "the case number",
      "the contact",
      "the assignment that it follows",
      around.trace,
    ],
    reader: "the provider that carries out the assignment",
    why: "It must know whom it is about. For a person with protected identity it gets SF's reference, and neither number nor name.",
  },
  {
    place: places.ownAssignments,
    contents: ["an id", nameOfField, "the proposed service"],
    reader: "the provider that sent it",
    why: "A refusal points at the field. A proposal that was answered names what was proposed.",
  },
  {
    place: places.ownInbox,
    contents: ["an id", nameOfField, around.trace],
    reader: "the SF that sent it",
    why: "An answer names what it answers. A fault points at the field, by the name that the sender gave it, and never quotes its value.",
  },
  {
    place: places.otherInbox,
    contents: ["an id", "the provider's words", "the proposed service"],
    reader: "the SF that decided; Arbvux as a whole, which gets ids alone",
    why: "The SF keeps the responsibility for the case, and needs the provider's reason.",
  },
  {
    place: places.ownAnswer,
    contents: ["an id", nameOfField, "the proposed service", "the provider's words"],
    reader: "the party that calls",
    why: "As in an inbox. A party also reads back what it reported and proposed.",
  },
  {
    place: places.otherAnswer,
    contents: ["an id", "the provider's words", "the proposed service"],
    reader: "the SF that decided, and the provider that has the assignment",
    why: "Each reads its own part of a decision, by the access matrix.",
  },
  {
    place: places.deadLetters,
    contents: [
      "an id",
      "the identity number",
      "the name",
      "the number or reference before",
      "the case number",
      "the contact",
      "the assignment that it follows",
      "what only hemvist needs",
      notRead,
      nameOfField,
      around.envelope,
    ],
    reader: "hemvist's function for operators, which shows ids and codes of it",
    why: "A message that could not be handled waits there whole, for 14 days at most. One that cannot be read is kept whole only if it says that the person is not protected, or names a protected person by SF's reference alone.",
  },
  {
    place: places.attributes,
    contents: ["an id"],
    reader: "the party that reads the queue",
    why: "A message's group is its decision, so that the messages of a decision keep their order.",
  },
  {
    place: places.decisions,
    contents: ["an id"],
    reader: "hemvist's functions",
    why: "The id is the item's key. All else of the decision is sealed, or a pseudonym.",
  },
  {
    place: places.stream,
    contents: ["an id"],
    reader: "hand-off",
    why: "It has the item as the table has it.",
  },
  {
    place: places.sent,
    contents: ["an id"],
    reader: "hand-off, read-case and operate",
    why: "The id says whose assignments were requested. What was sent is sealed.",
  },
  {
    place: places.failed,
    contents: ["an id"],
    reader: "operate",
    why: "It has the stream's record as it is, sealed body included.",
  },
  {
    place: places.console,
    contents: ["an id", around.operatorsId, around.operator],
    reader: "the operator",
    why: "Operators ask the SF about a decision by its id. What others did stands with their reasons in the journal. Nothing keeps what a command prints.",
  },
  {
    place: places.journal,
    contents: [around.operator],
    reader: "the auditor",
    why: "An operator says why. The command refuses a reason with an identity number in it. An id that may be a name is a mark here.",
  },
  {
    place: places.log,
    contents: [],
    reader: "operators",
    why: "Codes, counts, and ids that can be no name.",
  },
  {
    place: places.accessLog,
    contents: [],
    reader: "the auditor",
    why: "Who read about whom, sealed, and by pseudonym.",
  },
  {
    place: places.metrics,
    contents: [],
    reader: "operators",
    why: "Counts and times: by administration, area, provider, rule or reason, one at a time.",
  },
  { place: places.reports, contents: [], reader: "the city", why: "Figures, with the small ones hidden." },
];

export const isReleased = (place: Place, content: string): boolean =>
  releaseTable.some((row) => row.place === place && row.contents.includes(content));
