import { sqsOutlet } from "@hemvist/adapters";
import type { CaseRecord, CaseStore, Outlet } from "@hemvist/casework";
import { isOf } from "@hemvist/rules";
import { goteborg } from "../../support/goteborg.ts";
import { type Deployments, deployments } from "../faults/deployments.ts";
import type { Await, CallFault, Faults, FunctionName } from "../faults/faults.ts";
import { nextCases, todaysCases } from "../faults/next-code.ts";
import { skewedClock } from "../faults/skewed-clock.ts";
import { isOfNewerVersion } from "../invariants/batch.ts";
import { deliveredInvariants, isReply } from "../invariants/delivered.ts";
import { identityInvariants } from "../invariants/identity.ts";
import {
  type Command,
  emptyLedger,
  type Ledger,
  noteCommand,
  noteContent,
  noteUnsent,
} from "../invariants/ledger.ts";
import { checkVersions } from "../invariants/versions.ts";
import type { Violations } from "../invariants/violations.ts";
import { checkWritten } from "../invariants/written.ts";
import { type Heard, heardIn } from "../parties/parties.ts";
import type { Seeded } from "../world/seeded.ts";
import { minute, type VirtualTime } from "../world/virtual-time.ts";
import { eventSource } from "./event-source.ts";
import { handOffFunction } from "./hand-off-function.ts";
import { type Accepted, queueUrls, type SetAside, simulatedSqs } from "./party-queues.ts";
import { pseudonymOf } from "./plain-pseudonyms.ts";
import { type Queued, type SimulatedQueue, simulatedQueue } from "./queue.ts";
import { queueFunction } from "./queue-function.ts";
import { type Run, startRun } from "./run.ts";
import type { Started } from "./started.ts";
import { type SimulatedStream, simulatedStream } from "./stream.ts";
import { casesOf, type SimulatedStore, simulatedStore } from "./table.ts";
import { type Parts, receiveMessage, recordMessage, type Ways } from "./wiring.ts";

export interface PlatformOptions {
  readonly time: VirtualTime;
  readonly chance: Seeded;
  readonly faults: Faults;
  readonly violations: Violations;
  readonly parts: Parts;
  readonly isConditional: boolean;
  readonly hasManyShapes: boolean;
  readonly onAwait: (awaited: Await, fault: CallFault | undefined) => void;
  /** A party's system has taken a message off its queue. */
  readonly onHeard: (queue: string, heard: Heard) => void;
  /** Whether a new decision is one of those that are done again from their log. */
  readonly isReplayed: () => boolean;
}

export interface Platform {
  readonly store: SimulatedStore;
  readonly stream: SimulatedStream;
  readonly ledger: Ledger;
  readonly code: Deployments;
  /** The queue of what a party sends; made when it is first sent to. */
  readonly queue: (name: string) => SimulatedQueue;
  readonly queues: ReadonlyMap<string, SimulatedQueue>;
  readonly withdraw: (queue: string, until: number) => void;
  readonly tableDown: (until: number) => void;
  readonly followUp: (scheduledTime: string) => void;
  /** From where it must go on, if from anywhere; undefined where the run died before it had answered. */
  readonly handOff: ReturnType<typeof handOffFunction>;
  /** The queues that parties read, for whoever sends by hand. */
  readonly outlet: Outlet;
}

/** The functions, on everything they stand on. */
export function platform(options: PlatformOptions): Platform {
  const { time, chance, faults, violations, parts, isConditional, hasManyShapes, onAwait } = options;
  const ledger = emptyLedger(options);
  const sentAs = new Map<string, { readonly origin: string; readonly queue: string }>();
  const queues = new Map<string, SimulatedQueue>();
  const withdrawn = new Map<string, number>();
  const isFirst = deliveredInvariants(ledger, violations);
  /** Messages that no party has got to hear of, by event id. */
  const untaken = new Set<string>();
  /** What parties will take when they look the next time, by queue. */
  const unheard = new Map<string, Heard[]>();
  let downUntil = 0;
  const isDown = (): boolean => downUntil > time.now();
  const sqsClock = skewedClock("sqs-clock-wrong", { time, chance, faults });
  let runs = 0;
  let messageIds = 0;
  const nextId = (): string => {
    messageIds += 1;
    return `m${messageIds}`;
  };

  const code = deployments({ time, chance: chance.fork("deployments"), faults });

  function begin(name: FunctionName, isSlow = false): Started | undefined {
    const version = code.start(name);
    if (version === undefined) return undefined;
    runs += 1;
    return { run: startRun(name, { number: runs, faults, time, chance, onAwait, isSlow }), code: version };
  }

  /** The table as a run's version of the code reads and writes it. */
  function tableOf({ run, code: version }: Started, command?: Command): CaseStore {
    const onSaved = command && ((record: CaseRecord) => noteCommand(ledger, record, command));
    const plain = parts.cases(casesOf(store, { run, isDown, ...(onSaved ? { onSaved } : {}) }));
    if (!code.hasNext()) return plain;
    return version === "next" ? nextCases(plain) : todaysCases(plain, parts.read);
  }

  const checkIdentities = identityInvariants(violations);
  const store = simulatedStore({
    chance: chance.fork("store"),
    isConditional,
    hasManyShapes,
    onWritten(record, before) {
      checkWritten(record, before, violations);
      checkVersions(record, before, violations);
      checkIdentities(record);
      noteContent(ledger, record, before);
      noteUnsent(ledger, record);
      stream.written(record, !faults.happens("image-unreadable", 0.0001));
    },
  });

  function accept(message: Accepted): void {
    const isNew = isFirst(message);
    if (!isNew && !untaken.delete(message.deduplicationId)) return;
    if (isNew && isReply(message.deduplicationId)) checkAnswer(message);
    if (isNew && faults.happens("party-never-deletes", 0.001)) {
      leaveUntaken(message);
      return;
    }
    const { queue } = message;
    const isSlow = faults.happens("party-slow", 0.01);
    const heard = heardIn(message.body);
    if (heard === undefined) return;
    if (heard.type.endsWith(".assignment.requested.v1")) ledger.heardOf.add(`${queue} ${heard.subject}`);
    if (isSlow) time.after(chance.below(600 * minute), () => options.onHeard(queue, heard));
    else hearSoon(queue, heard);
  }

  /** A party looks at its queue now and then, and takes all that has come. */
  function hearSoon(queue: string, heard: Heard): void {
    const waiting = unheard.get(queue);
    waiting?.push(heard);
    if (waiting !== undefined) return;
    unheard.set(queue, [heard]);
    time.after(chance.below(minute), () => {
      const all = unheard.get(queue) ?? [];
      unheard.delete(queue);
      for (const one of all) options.onHeard(queue, one);
    });
  }

  /** Its party takes it again and again and deletes it never: it goes to the dead-letter queue unheard. */
  function leaveUntaken({ deduplicationId: origin, queue, body, group }: Accepted): void {
    const id = nextId();
    const reason = "taken again and again by its party";
    const sentAt = time.now();
    ledger.letters.push({ id, messageId: id, origin, queue, body, group, sentAt, reason, isExhausted: true });
    untaken.add(origin);
  }

  /** An answer's id begins with that of the message that it answers. */
  function checkAnswer({ deduplicationId: id, queue }: Accepted): void {
    const sentOn = sentAs.get(id.slice(0, id.indexOf(".")))?.queue ?? "";
    violations.check(
      partyOf(queue) === partyOf(sentOn),
      "an answer goes to whoever sent what it answers",
      () => id,
    );
  }

  function setAside({ originalMessageId, ...letter }: SetAside): void {
    const origin = sentAs.get(originalMessageId)?.origin ?? "";
    ledger.unread.add(origin);
    const sentAt = time.now();
    const ids = { id: nextId(), messageId: originalMessageId };
    ledger.letters.push({ ...letter, ...ids, origin, sentAt, isExhausted: false });
  }

  function onDead(queue: string, { messageId, body, group, origin, receives, sentAt }: Queued): void {
    const reason = `taken ${receives} times and never finished`;
    const line = group === undefined ? {} : { group };
    const ids = { id: messageId, messageId };
    ledger.letters.push({ ...ids, origin, queue, body, ...line, sentAt, reason, isExhausted: true });
    faults.count("dead-lettered");
  }

  const sqsOf = (run: Pick<Run, "call">) =>
    simulatedSqs(
      { faults, accept, setAside, isWithdrawn: (queue) => (withdrawn.get(queue) ?? 0) > time.now() },
      run,
    );

  const waysOf = (started: Started, command: Command): Ways => ({
    cases: tableOf(started, command),
    pseudonyms: {
      of: (person, administration) =>
        started.run.call("pseudonyms.of", () => pseudonymOf(person, administration)),
      ofNumber: (number) => started.run.call("pseudonyms.ofNumber", () => `number:${number}`),
      ofCase: (caseNumber, administration) =>
        started.run.call("pseudonyms.ofCase", () => `case:${administration}:${caseNumber}`),
      ofReference: (reference, administration) =>
        started.run.call("pseudonyms.ofReference", () => `reference:${administration}:${reference}`),
    },
    sqs: sqsOf(started.run),
  });

  function queueNamed(name: string): SimulatedQueue {
    const existing = queues.get(name);
    if (existing) return existing;
    const isDecisions = isOf("decisions", name);
    const queue: SimulatedQueue = simulatedQueue(
      { name, isFifo: !isDecisions, visibility: 3 * minute, maxReceiveCount: isDecisions ? 5 : 10 },
      {
        time,
        chance,
        nextId,
        clock: sqsClock,
        onVisible: () => source.wake(),
        onDead: (message) => onDead(name, message),
        onDeleted: ({ isFinished, messageId }) =>
          violations.check(isFinished, "no message is deleted that nobody has finished", () => messageId),
      },
    );
    const noting: SimulatedQueue = {
      ...queue,
      send(sending) {
        const messageId = queue.send(sending);
        sentAs.set(messageId, { origin: sending.origin, queue: name });
        return messageId;
      },
    };
    const reader = isDecisions ? "receive-decision" : "record-progress";
    const invoke = queueFunction({
      queue,
      start: () => begin(reader),
      take: isDecisions ? (message, ways) => receiveMessage(message, ways, parts) : recordMessage,
      waysOf,
      ledger,
      violations,
      parts,
      isMixed: code.hasNext,
    });
    const source = eventSource(queue, { time, chance, disabledFor: () => code.disabledFor(reader), invoke });
    queues.set(name, noting);
    return noting;
  }

  const handOff = handOffFunction({
    time,
    start: (isSlow) => begin("hand-off", isSlow),
    tableOf,
    sqsOf,
    ledger,
    violations,
    parts,
    isBlind: () => isDown() || code.hasNext(),
  });

  const stream = simulatedStream({
    time,
    clock: skewedClock("stream-clock-wrong", { time, chance, faults }),
    isGivenUp: () => faults.happens("stream-zombie", 0.002),
    invoke: handOff,
    onSetAside: (change) => {
      faults.count("set-aside-from-stream");
      ledger.setAside.push(change);
    },
    onForgotten: ({ outbox }) => {
      faults.count("forgotten-by-stream");
      for (const { event } of outbox) ledger.forgotten.add(event.id);
    },
  });

  function followUp(now: string): void {
    const started = code.disabledFor("follow-up") > 0 ? undefined : begin("follow-up");
    if (started === undefined) return;
    const cases = tableOf(started, { on: "schedule", now });
    const onFailed = (_key: unknown, error: unknown): void => {
      const name = error instanceof Error ? error.name : "";
      const isExpected = name === "Passing" || (code.hasNext() && isOfNewerVersion(name));
      violations.check(isExpected, "a follow-up fails of nothing but a fault", () => now);
    };
    void started.run
      .through(() => parts.followUpDue({ municipality: goteborg, cases, onTold: () => {}, onFailed })(now))
      .catch(() => undefined);
  }

  return {
    store,
    stream,
    ledger,
    code,
    queue: queueNamed,
    queues,
    withdraw: (queue, until) => withdrawn.set(queue, until),
    tableDown: (until) => {
      downUntil = until;
    },
    followUp,
    handOff,
    outlet: sqsOutlet(queueUrls, { client: sqsOf(byHand) }),
  };
}

/** Somebody at a keyboard: no run, which dies of nothing. */
const byHand: Pick<Run, "call"> = { call: (_port, act) => Promise.resolve().then(act) };

const partyOf = (queue: string): string => queue.replace(/^[a-z]+-/, "");
