import type { SQSClient } from "@aws-sdk/client-sqs";
import { isUnreadable, type MessageSigner, sqsOutlet } from "@hemvist/adapters";
import type { CaseStore, Message, Outlet } from "@hemvist/casework";
import { instantOf } from "@hemvist/rules";
import { keepSent } from "../../../functions/hand-off/keep-sent.ts";
import { BodyDoesNotOpen } from "../../../packages/adapters/seal.ts";
import type { Ledger } from "../invariants/ledger.ts";
import type { Violations } from "../invariants/violations.ts";
import { minute, type VirtualTime } from "../world/virtual-time.ts";
import { queueUrls } from "./party-queues.ts";
import { Passing, type Run } from "./run.ts";
import type { Started } from "./started.ts";
import type { Change } from "./stream.ts";
import type { Parts } from "./wiring.ts";

interface Options {
  readonly time: VirtualTime;
  /** Undefined where the function cannot start. */
  readonly start: (isSlow: boolean) => Started | undefined;
  readonly tableOf: (started: Started) => CaseStore;
  readonly sqsOf: (run: Run) => SQSClient;
  readonly signer: MessageSigner;
  readonly ledger: Ledger;
  readonly violations: Violations;
  readonly parts: Parts;
  /** Whether a decision may be beyond reading, since the table is down or a newer version has written it. */
  readonly isBlind: () => boolean;
  /** KMS gives no key, so no record opens. */
  readonly isKeyAway: () => boolean;
  /** Until a person gives its policy back. */
  readonly isWithdrawn: (queue: string) => boolean;
  readonly setAside: (change: Change) => void;
  readonly hasNext: () => boolean;
}

/** The function that takes changes off the table's stream: from where it must go on, or undefined where it died. */
export function handOffFunction(options: Options) {
  const { time, start, tableOf, sqsOf, ledger, violations, parts, isBlind, isKeyAway } = options;
  const now = (): string => instantOf(time.now());

  return async (
    changes: readonly Change[],
    isSlow = false,
    isByHand = false,
  ): Promise<{ readonly failedFrom?: string } | undefined> => {
    const started = start(isSlow);
    if (started === undefined) return undefined;
    const { run } = started;
    const { refused, isLasting, outlet } = notingRefused(
      sqsOutlet(queueUrls, { signer: options.signer, client: sqsOf(run) }),
      options.isWithdrawn,
    );
    const sentMessages = {
      keep: (messages: readonly Pick<Message, "event">[]) =>
        run.call("sentMessages.keep", () => {
          for (const { event } of messages) ledger.remembered.add(event.id);
        }),
    };
    const remember = keepSent({ sentMessages, now, onFailed: () => {} });
    const aside = async ({ change }: { readonly change: Change }): Promise<void> => {
      if (isByHand) throw new Error("not set aside again");
      const unsent = change.outbox.filter(({ event }) => refused.has(event.id));
      const isStuck = unsent.length > 0 && unsent.every(({ event }) => isLasting.has(event.id));
      violations.check(
        !change.isReadable || options.hasNext() || isStuck,
        "an outage sets nothing aside",
        () => `${change.decision} ${change.version}`,
      );
      await run.call("aside.add", () => options.setAside(change));
    };
    const handle = async () => {
      const isAway = isKeyAway();
      const isOld = time.now() - (changes[0]?.writtenAt ?? 0) > sqsRemembersFor;
      const known = isOld && !isByHand ? ledger.remembered : new Set<string>();
      const handOver = parts.handOff<ReturnType<typeof versionOf>>({
        cases: tableOf(started),
        outlet,
        isUnreadable,
        setAside: aside,
        onWaiting: () => {},
      });
      const versions = changes.map((change) => versionOf(change, isAway));
      const { sent, failedFrom } = await handOver(versions, known);
      if (!isSlow && !run.isDisturbed() && !isBlind() && !isAway)
        checkHandedOff(changes, { sent, known, refused, violations });
      if (!isSlow && !run.isDisturbed() && !isBlind() && !isAway && refused.size === 0)
        violations.check(failedFrom === undefined, "the stream waits for nothing but an outage", () =>
          String(failedFrom),
        );
      await remember(sent);
      return failedFrom === undefined ? {} : { failedFrom };
    };
    return run.through(handle).catch(() => undefined);
  };
}

interface HandedOff {
  readonly sent: readonly Message[];
  /** What an earlier run sent. */
  readonly known: ReadonlySet<string>;
  /** What its queue did not take, by event id. */
  readonly refused: ReadonlySet<string>;
  readonly violations: Violations;
}

/** An unreadable record, or a queue that takes nothing, delays no other decision. */
function checkHandedOff(changes: readonly Change[], { sent, known, refused, violations }: HandedOff): void {
  const gone = new Set(sent.map(({ event }) => event.id));
  const stuck = new Set<string>();
  for (const { decision, outbox, isReadable } of changes) {
    if (!isReadable) continue;
    if (outbox.some(({ event }) => refused.has(event.id))) stuck.add(decision);
    if (stuck.has(decision)) continue;
    for (const { event } of outbox)
      violations.check(
        gone.has(event.id) || known.has(event.id),
        "what is stuck keeps nothing from others",
        () => event.id,
      );
  }
}

/** SQS drops a copy within five minutes of the first. */
const sqsRemembersFor = 4 * minute;

interface NotingRefused {
  readonly outlet: Outlet;
  readonly refused: ReadonlySet<string>;
  /** Refused until the queue's policy is given back. */
  readonly isLasting: ReadonlySet<string>;
}

function notingRefused(outlet: Outlet, isWithdrawn: (queue: string) => boolean): NotingRefused {
  const [refused, isLasting] = [new Set<string>(), new Set<string>()];
  const send: Outlet["send"] = async (messages, onStuck) => {
    for (const { queue, event } of messages) if (isWithdrawn(queue)) isLasting.add(event.id);
    const ids = await outlet.send(messages, onStuck);
    for (const id of ids) refused.add(id);
    return ids;
  };
  return { outlet: { send }, refused, isLasting };
}

const versionOf = (change: Change, isKeyAway: boolean) => ({
  change,
  sequenceNumber: change.sequenceNumber,
  decision: change.decision,
  outbox: (): Promise<readonly Message[]> => {
    if (isKeyAway) return Promise.reject(new Passing("no key"));
    return change.isReadable
      ? Promise.resolve(change.outbox)
      : Promise.reject(new BodyDoesNotOpen("an image that this version of the code cannot read"));
  },
});
