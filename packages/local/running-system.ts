import type { AlarmHistory } from "./alarms/alarms.ts";
import type { Controls } from "./controls.ts";
import type { Calls } from "./front/call-ledger.ts";
import type { ClientSettings } from "./front/caller.ts";
import type { Interfere } from "./front/front.ts";
import type { Answer, Request } from "./front/listening.ts";
import type { LogLine } from "./functions/functions.ts";
import type { DeclaredDashboard } from "./metrics/declared-dashboards.ts";
import type { MetricStore } from "./metrics/metric-store.ts";
import type { PermissionOptions } from "./permissions/permissions.ts";
import type { Use } from "./permissions/verdicts.ts";
import type { ChangeRecord } from "./tables/change-feed.ts";
import type { CdkApp } from "./templates/synthesise.ts";
import type { Pace } from "./time/time-travel.ts";

export interface LocalOptions {
  /** A cloud assembly's directory, or the CDK app that synthesises one into a directory that goes with the run. */
  readonly templates: string | CdkApp;
  /** Port of the HTTP API; 0, the default, takes any. Another program's port is refused before anything is synthesised. */
  readonly port?: number;
  /** Port that AWS clients call; 0, the default, takes any. */
  readonly awsPort?: number;
  /** The region of a stack that names none; `us-east-1` unless given. */
  readonly region?: string;
  /** Whose days `advance` counts where it goes by the day; `UTC` unless given. */
  readonly zone?: string;
  /** The virtual instant to start at, RFC 3339; the real now unless given. */
  readonly startsAt?: string;
  /** How long a failed batch waits for its next attempt, in real milliseconds. */
  readonly retryAfterMs?: number;
  /** How long `settle` waits, in real milliseconds; ten minutes unless given. */
  readonly patienceMs?: number;
  /** Ends a start that is under way, and leaves nothing behind. */
  readonly signal?: AbortSignal;
  /** Judges each AWS call by the template's policies. Without it, every call is let through. */
  readonly permissions?: PermissionOptions;
  /** Lets a service fail on purpose: asked about each AWS call that its caller may make. */
  readonly interfere?: Interfere;
  /** Asked before the gateway, on the API's port. What it gives is the answer; without one, the gateway answers. */
  readonly alongside?: (request: Request) => Promise<Answer | undefined>;
  /** Called with every change of a table that has a change feed, before any function is. */
  readonly onChange?: (record: ChangeRecord) => void;
  readonly onLog?: (line: LogLine) => void;
  /** Called with every failed invocation, every batch given up, and every call that does not run here. */
  readonly onTrouble?: (trouble: string) => void;
}

/** A message on a queue, received by a reader or not. */
export interface QueuedMessage {
  readonly messageId: string;
  readonly groupId?: string;
  /** Virtual, RFC 3339 UTC. */
  readonly sentAt: string;
  readonly body: string;
  /** The attributes that its sender gave it, those that are texts. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** The system as its template declares it, running on this machine. */
export interface RunningSystem {
  /** `http://127.0.0.1:<port>`; the routes lie at its root, without a stage. */
  readonly apiUrl: string;
  /** Where an AWS client of an outside party calls. */
  readonly awsEndpoint: string;
  /** @throws where the template declares no queue of that physical name, such as `orders.fifo` */
  readonly queueUrl: (name: string) => string;
  readonly queueNames: () => readonly string[];
  /** What lies on a queue, oldest first. Nothing is taken. @throws where the template declares no such queue */
  readonly messagesOn: (queueName: string) => Promise<readonly QueuedMessage[]>;
  /** For how many seconds SQS keeps a message of that queue. @throws where the template declares no such queue */
  readonly keptFor: (queueName: string) => number;
  /** The environment variables that the template gives a function. */
  readonly variablesOf: (functionName: string) => Readonly<Record<string, string>>;
  /** Settings for an AWS client that calls under a name; `calls` counts under it. */
  readonly clientFor: (caller: string) => ClientSettings;
  /** The virtual instant, RFC 3339 UTC. */
  readonly now: () => string;
  /** Moves virtual time forward to an RFC 3339 instant, firing schedules on the way and settling after each. */
  readonly advance: (to: string, options?: { readonly every?: Pace }) => Promise<void>;
  /**
   * Moves virtual time forward, five minutes at a time, although something fails that does not end: at each step it
   * waits until all is at rest or what fails has been tried again.
   */
  readonly endure: (to: string) => Promise<void>;
  /** Fires the schedules that have fallen due while the clock went on by itself. Nothing else fires them. */
  readonly catchUp: () => Promise<void>;
  /** Resolves when no invocation runs, the change feed is drained, and every queue that a function reads is empty. */
  readonly settle: () => Promise<void>;
  /**
   * Kills a function in the middle of an invocation, as its sandbox would die: the invocation fails, and what it had
   * in hand comes again. False where the function is not running right now.
   */
  readonly crash: (functionName: string) => boolean;
  /** Everything that reads a queue or the change feed forgets the batch it is at, which then comes again whole. */
  readonly restartReaders: () => void;
  /** Every line that a function wrote. */
  readonly logs: readonly LogLine[];
  /** What CloudWatch would have measured so far, in virtual time. */
  readonly metrics: () => Promise<Pick<MetricStore, "known" | "points">>;
  /** Every alarm of the template, judged by CloudWatch's documented rules from the start of the run until now. */
  readonly alarms: () => Promise<readonly AlarmHistory[]>;
  /** The template's dashboards, with their bodies as CloudWatch would get them: JSON. */
  readonly dashboards: () => readonly DeclaredDashboard[];
  /** Calls so far through the front, by caller and operation. */
  readonly calls: () => Calls;
  /** Which principals did what to which resources so far, each once; empty where permissions are not judged. */
  readonly grantsUsed: () => readonly Use[];
  /** What may be changed in the account itself, on purpose or by mistake. */
  readonly controls: Controls;
  /** Stops everything and leaves nothing behind. */
  readonly stop: () => Promise<void>;
}
