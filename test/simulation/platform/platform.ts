import { sqsOutlet } from "@hemvist/adapters";
import type { CaseRecord, CaseStore, Outlet } from "@hemvist/casework";
import { type Municipality, partyOf } from "@hemvist/rules";
import { messageSignatures } from "@hemvist/runtime";
import type { PartnerKeys } from "../../../packages/runtime/settings.ts";
import { type Deployments, deployments } from "../faults/deployments.ts";
import type { Await, CallFault, Faults, FunctionName } from "../faults/faults.ts";
import { nextCases, todaysCases } from "../faults/next-code.ts";
import { skewedClock } from "../faults/skewed-clock.ts";
import { identityInvariants } from "../invariants/identity.ts";
import {
  type Command,
  emptyLedger,
  type Ledger,
  noteCommand,
  noteContent,
  noteUnsent,
} from "../invariants/ledger.ts";
import { ownRecords } from "../invariants/own.ts";
import { checkRoomOf } from "../invariants/room.ts";
import { type CheckedSignatures, checkedSignatures } from "../invariants/signed.ts";
import { checkVersions } from "../invariants/versions.ts";
import type { Violations } from "../invariants/violations.ts";
import { checkWritten } from "../invariants/written.ts";
import type { Delivery } from "../parties/parties.ts";
import type { Seeded } from "../world/seeded.ts";
import type { VirtualTime } from "../world/virtual-time.ts";
import { arrivals } from "./arrivals.ts";
import { deadLetters } from "./dead-letters.ts";
import { followUpFunction } from "./follow-up-function.ts";
import { handOffFunction } from "./hand-off-function.ts";
import { incomingQueues } from "./incoming-queues.ts";
import { type Accepted, queueUrls, simulatedSqs } from "./party-queues.ts";
import { pseudonymsIn } from "./plain-pseudonyms.ts";
import type { SimulatedQueue } from "./queue.ts";
import { type Run, startRun } from "./run.ts";
import { signing, verifyingIn } from "./signing.ts";
import type { Started } from "./started.ts";
import { type Change, type SimulatedStream, simulatedStream } from "./stream.ts";
import { casesOf, type SimulatedStore, simulatedStore } from "./table.ts";
import type { Parts } from "./wiring.ts";

export interface PlatformOptions {
  readonly municipality: Municipality;
  readonly time: VirtualTime;
  readonly chance: Seeded;
  readonly faults: Faults;
  readonly violations: Violations;
  readonly parts: Parts;
  readonly isConditional: boolean;
  /** How many times fuller the table gets than a real one. */
  readonly fuller: number;
  readonly hasManyShapes: boolean;
  readonly hasSignatures: boolean;
  /** The parties that sign what they send. */
  readonly partners: PartnerKeys;
  readonly onAwait: (awaited: Await, fault: CallFault | undefined) => void;
  /** A queue that a party reads has taken a message. */
  readonly onAccepted: (message: Accepted) => void;
  /** A party's system has taken a message off its queue. */
  readonly onDelivered: (queue: string, delivery: Delivery) => void;
  /** Whether a new decision is one of those that are done again from their log. */
  readonly isReplayed: () => boolean;
}

export interface Platform {
  readonly municipality: Municipality;
  readonly store: SimulatedStore;
  readonly stream: SimulatedStream;
  readonly ledger: Ledger;
  readonly code: Deployments;
  /** The queue of what a party sends; made when it is first sent to. */
  readonly queue: (name: string) => SimulatedQueue;
  readonly queues: ReadonlyMap<string, SimulatedQueue>;
  readonly withdraw: (queue: string, until: number) => void;
  readonly tableDown: (until: number) => void;
  /** Nothing can be sent to any queue. */
  readonly sqsDown: (until: number) => void;
  /** KMS gives hand-off no key, so no record opens. */
  readonly keyAway: (until: number) => void;
  readonly followUp: (scheduledTime: string) => void;
  /** From where it must go on, if from anywhere; undefined where the run died before it had answered. */
  readonly handOff: ReturnType<typeof handOffFunction>;
  /** The queues that parties read, for an operator who sends by hand. */
  readonly outlet: Outlet;
  readonly signatures: CheckedSignatures;
}

/** The functions, on everything they stand on. */
export function platform(options: PlatformOptions): Platform {
  const { municipality, time, chance, faults, violations, parts } = options;
  const { isConditional, fuller, hasManyShapes, hasSignatures, onAwait } = options;
  const ledger = emptyLedger(options);
  const withdrawn = new Map<string, number>();
  let downUntil = 0;
  let sqsDownUntil = 0;
  let keyAwayUntil = 0;
  const isDown = (): boolean => downUntil > time.now();
  let runs = 0;
  let messageIds = 0;
  const nextId = (): string => {
    messageIds += 1;
    return `m${messageIds}`;
  };
  const verifying = hasSignatures ? verifyingIn(municipality) : [];
  const keys = signing({
    keyId: municipality.code,
    parties: verifying,
    newKeySignsAfter: parts.newKeySignsAfter,
    time,
    chance: chance.fork("signing"),
  });
  const signer = parts.signer(keys.signer);
  const signatures = checkedSignatures({ verifying, keys, time, violations });
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

  const checkOwn = ownRecords(municipality, violations);
  const checkIdentities = identityInvariants(violations);
  const store = simulatedStore({
    chance: chance.fork("store"),
    isConditional,
    fuller,
    hasManyShapes,
    onWritten(record, before) {
      checkWritten(record, before, { municipality, violations });
      checkOwn(record);
      checkVersions(record, before, { municipality, violations });
      checkRoomOf(record, { municipality, violations, fuller });
      checkIdentities(record);
      noteContent(ledger, record, before);
      noteUnsent(ledger, record);
      stream.written(record, !faults.happens("image-unreadable", 0.0001));
    },
  });

  const letters = deadLetters({
    time,
    faults,
    ledger,
    nextId,
    originOf: (messageId) => queues.sentWith(messageId)?.origin ?? "",
  });
  const arrive = arrivals({
    municipality,
    time,
    chance,
    faults,
    violations,
    ledger,
    sentOn: (messageId) => queues.sentWith(messageId)?.queue ?? "",
    leaveUntaken: letters.leftByParty,
    onDelivered: options.onDelivered,
  });
  const accept = (message: Accepted): void => {
    options.onAccepted(message);
    signatures.note(message);
    arrive(message);
  };
  const setAside = (change: Change): void => {
    faults.count("set-aside-from-stream");
    ledger.setAside.push(change);
  };
  const isWithdrawn = (queue: string): boolean => (withdrawn.get(queue) ?? 0) > time.now();
  const sqsOf = (run: Pick<Run, "call">) =>
    simulatedSqs(
      { faults, accept, setAside: letters.setAside, isWithdrawn, isDown: () => sqsDownUntil > time.now() },
      run,
    );

  const queues = incomingQueues({
    time,
    chance,
    faults,
    violations,
    parts,
    ledger,
    code,
    signatures: parts.signatures(messageSignatures(options.partners)),
    isSigning: (queue) => options.partners[partyOf(queue)] !== undefined,
    nextId,
    start: begin,
    dependenciesOf: (started, command) => ({
      municipality,
      cases: tableOf(started, command),
      pseudonyms: pseudonymsIn(started.run),
      sqs: sqsOf(started.run),
      signer,
    }),
    onExhausted: letters.exhausted,
  });

  const handOff = handOffFunction({
    time,
    start: (isSlow) => begin("hand-off", isSlow),
    tableOf,
    sqsOf,
    signer,
    ledger,
    violations,
    parts,
    isBlind: () => isDown() || code.hasNext(),
    isKeyAway: () => keyAwayUntil > time.now(),
    isWithdrawn,
    hasNext: code.hasNext,
    setAside,
  });

  const stream = simulatedStream({
    time,
    clock: skewedClock("stream-clock-wrong", { time, chance, faults }),
    isGivenUp: () => faults.happens("stream-zombie", 0.002),
    invoke: handOff,
    onSetAside: setAside,
    onForgotten: ({ outbox }) => {
      faults.count("forgotten-by-stream");
      for (const { event } of outbox) ledger.forgotten.add(event.id);
    },
  });

  return {
    municipality,
    store,
    stream,
    ledger,
    code,
    queue: queues.named,
    queues: queues.all,
    withdraw: (queue, until) => withdrawn.set(queue, until),
    tableDown: (until) => {
      downUntil = until;
    },
    sqsDown: (until) => {
      sqsDownUntil = until;
    },
    keyAway: (until) => {
      keyAwayUntil = until;
    },
    followUp: followUpFunction({
      municipality,
      code,
      start: () => begin("follow-up"),
      tableOf,
      violations,
      parts,
    }),
    handOff,
    outlet: sqsOutlet(queueUrls, { signer, client: sqsOf(byHand) }),
    signatures,
  };
}

/** An operator at a keyboard: no run, and nothing stops it. */
const byHand: Pick<Run, "call"> = { call: (_port, act) => Promise.resolve().then(act) };
