import type { SQSClient } from "@aws-sdk/client-sqs";
import { sqsOutlet } from "@hemvist/adapters";
import type { CaseStore, Message, Outlet } from "@hemvist/casework";
import { instantOf } from "@hemvist/rules";
import { keepSent } from "../../../functions/hand-off/keep-sent.ts";
import type { Ledger } from "../invariants/ledger.ts";
import type { Violations } from "../invariants/violations.ts";
import type { VirtualTime } from "../world/virtual-time.ts";
import { queueUrls } from "./party-queues.ts";
import type { Run } from "./run.ts";
import type { Started } from "./started.ts";
import type { Change } from "./stream.ts";
import type { Parts } from "./wiring.ts";

interface Options {
  readonly time: VirtualTime;
  /** Undefined where the function cannot start. */
  readonly start: (isSlow: boolean) => Started | undefined;
  readonly tableOf: (started: Started) => CaseStore;
  readonly sqsOf: (run: Run) => SQSClient;
  readonly ledger: Ledger;
  readonly violations: Violations;
  readonly parts: Parts;
  /** Whether a decision may be beyond reading, since the table is down or a newer version has written it. */
  readonly isBlind: () => boolean;
}

/** The function that takes changes off the table's stream: from where it must go on, or undefined where it died. */
export function handOffFunction(options: Options) {
  const { time, start, tableOf, sqsOf, ledger, violations, parts, isBlind } = options;
  const now = (): string => instantOf(time.now());

  return async (
    changes: readonly Change[],
    isSlow = false,
  ): Promise<{ readonly failedFrom?: string } | undefined> => {
    const started = start(isSlow);
    if (started === undefined) return undefined;
    const { run } = started;
    const { refused, outlet } = notingRefused(sqsOutlet(queueUrls, { client: sqsOf(run) }));
    const sentMessages = {
      keep: (messages: readonly Pick<Message, "event">[]) =>
        run.call("sentMessages.keep", () => {
          for (const { event } of messages) ledger.remembered.add(event.id);
        }),
    };
    const remember = keepSent({ sentMessages, now, onFailed: () => {} });
    const handle = async () => {
      const handOver = parts.handOff({ cases: tableOf(started), outlet, onUnreadable: () => {} });
      const { sent, failedFrom } = await handOver(changes.map(versionOf));
      if (!isSlow && !run.isDisturbed() && !isBlind()) checkHandedOff(changes, { sent, refused, violations });
      await remember(sent);
      return failedFrom === undefined ? {} : { failedFrom };
    };
    return run.through(handle).catch(() => undefined);
  };
}

interface HandedOff {
  readonly sent: readonly Message[];
  /** What its queue did not take, by event id. */
  readonly refused: ReadonlySet<string>;
  readonly violations: Violations;
}

/** An unreadable record, or a queue that takes nothing, delays no other decision. */
function checkHandedOff(changes: readonly Change[], { sent, refused, violations }: HandedOff): void {
  const gone = new Set(sent.map(({ event }) => event.id));
  const stuck = new Set<string>();
  for (const { decision, outbox, isReadable } of changes) {
    if (!isReadable || outbox.some(({ event }) => refused.has(event.id))) stuck.add(decision);
    if (stuck.has(decision)) continue;
    for (const { event } of outbox)
      violations.check(gone.has(event.id), "what is stuck keeps nothing from others", () => event.id);
  }
}

function notingRefused(outlet: Outlet): { readonly outlet: Outlet; readonly refused: ReadonlySet<string> } {
  const refused = new Set<string>();
  const send: Outlet["send"] = async (messages) => {
    const ids = await outlet.send(messages);
    for (const id of ids) refused.add(id);
    return ids;
  };
  return { outlet: { send }, refused };
}

const versionOf = ({ sequenceNumber, decision, outbox, isReadable }: Change) => ({
  sequenceNumber,
  decision,
  outbox: (): Promise<readonly Message[]> =>
    isReadable
      ? Promise.resolve(outbox)
      : Promise.reject(new Error("an image that this version of the code cannot read")),
});
