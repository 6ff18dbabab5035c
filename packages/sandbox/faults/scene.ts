import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Answer, FrontCall, RunningSystem } from "@hemvist/local";
import { assignmentsOf, decisionsFrom, inboxOf, physicalName, progressFrom } from "@hemvist/rules";
import type { Party } from "../parties/parties.ts";
import { partyOf } from "../parties/parties.ts";
import { later } from "./opening.ts";

const sample = join(
  import.meta.dirname,
  "../../../events/decisions/01-traineeship-with-diet-and-exercise.json",
);

/** The administration and the provider that the faults are rehearsed with. */
export const administration = "sf-centrum";
export const provider = "kompetenscenter";

/** A line of what an administration says that it has sent, as `hemvist ops reconcile --sent` reads it. */
interface SentLine {
  readonly administration: string;
  readonly sentAt: string;
  readonly decisionId?: string;
  readonly revision?: number;
  readonly messageId?: string;
}

/** A running hemvist in which something goes wrong. */
export interface Scene {
  readonly system: RunningSystem;
  readonly party: (name: string) => Party;
  /** Makes calls to AWS fail, until `endInterference` or what `drift` puts back. */
  readonly interfere: (fails: (call: FrontCall) => Answer | undefined) => void;
  readonly endInterference: () => void;
  /** Waits until all is at rest, where nothing is made to fail: what fails would never rest. */
  readonly rest: () => Promise<void>;
  /** Something differs from the template. A deployment puts it back. */
  readonly drift: (putBack: () => Promise<void> | void) => void;
  /** What a deployment of the same templates does. */
  readonly deploy: () => Promise<void>;
  /** Moves time on, and waits until all is at rest. */
  readonly wait: (minutes: number) => Promise<void>;
  /** SF Centrum sends a decision on its queue, and notes that it has. */
  readonly decide: (decisionId: string, changes?: Readonly<Record<string, unknown>>) => Promise<void>;
  /** SF Centrum notes that it has sent a decision. It never arrives. */
  readonly loseOnTheWay: (decisionId: string) => void;
  /** SF Centrum sends a message that is no decision, and notes that it has. */
  readonly sendUnreadable: () => Promise<void>;
  /**
   * SF Centrum reads which of its messages hemvist could not read, and strikes them from its list: it sends what was
   * meant anew. Gives how many they were.
   */
  readonly strikeUnreadable: () => Promise<number>;
  /** Kompetenscenter takes what has come, and acknowledges each new assignment. */
  readonly providerReads: () => Promise<void>;
  /** The same, but it reports nothing. Gives the ids of the assignments that came. */
  readonly providerTakes: () => Promise<readonly string[]>;
  /** Sends a report on an assignment, and gives its text. */
  readonly report: (assignmentId: string, more?: Readonly<Record<string, unknown>>) => Promise<string>;
  /** SF Centrum sends all its decisions again, in the order in which it first sent them. */
  readonly decideAllAgain: () => Promise<void>;
  /** Kompetenscenter sends all its reports again, with the same ids. */
  readonly reportAllAgain: () => Promise<void>;
  /** The lines of what SF Centrum says that it has sent, as it hands them over. */
  readonly listOfSent: () => string;
  /** Each assignment that has come to its provider. */
  readonly arrived: ReadonlySet<string>;
  /** The decisions that SF Centrum has sent. */
  readonly decisions: ReadonlySet<string>;
  /** Something that a later step must know. */
  readonly memory: Map<string, unknown>;
}

/** What the system calls before the scene is there. */
export interface Interference {
  fails: (call: FrontCall) => Answer | undefined;
}

export function sceneOf(system: RunningSystem, interference: Interference): Scene {
  const parties = new Map<string, Party>();
  const putBack: (() => Promise<void> | void)[] = [];
  let sent: readonly SentLine[] = [];
  const arrived = new Set<string>();
  const decisions = new Set<string>();
  const reports: { readonly assignmentId: string; readonly body: string }[] = [];
  const text = readFileSync(sample, "utf8");

  const party = (name: string): Party => {
    const known = parties.get(name) ?? partyOf(system, name);
    parties.set(name, known);
    return known;
  };
  const noted = (line: Partial<SentLine>): void => {
    sent = [...sent, { administration, sentAt: system.now(), ...line }];
  };
  let isInterfered = false;
  const endInterference = (): void => {
    isInterfered = false;
    interference.fails = () => undefined;
  };

  const providerTakes = async (): Promise<readonly string[]> => {
    const events = await party(provider).take(physicalName(assignmentsOf(provider)));
    const requested = events.filter(({ type }) => type.endsWith("assignment.requested.v1"));
    const ids = requested.map(({ data }) => String(data["assignmentId"]));
    for (const id of ids) arrived.add(id);
    return ids;
  };

  const report: Scene["report"] = async (assignmentId, more = {}) => {
    const body = JSON.stringify({
      progressId: crypto.randomUUID(),
      assignmentId,
      status: "received",
      occurredAt: system.now(),
      ...more,
    });
    reports.push({ assignmentId, body });
    await sendReport(assignmentId, body);
    return body;
  };
  const sendReport = (assignmentId: string, body: string): Promise<unknown> =>
    party(provider).send(physicalName(progressFrom(provider)), body, assignmentId);

  const loseOnTheWay = (decisionId: string): void => {
    decisions.add(decisionId);
    noted({ decisionId, revision: 1 });
  };
  const decide: Scene["decide"] = async (decisionId, changes = {}) => {
    const decision = { ...JSON.parse(text), decisionId, ...changes };
    await party(administration).send(decisionsFrom(administration), JSON.stringify(decision));
    decisions.add(decisionId);
    noted({ decisionId, revision: decision.revision });
  };

  return {
    system,
    party,
    interfere: (fails) => {
      isInterfered = true;
      interference.fails = fails;
    },
    endInterference,
    rest: async () => {
      if (!isInterfered) await system.settle();
    },
    drift: (one) => {
      putBack.push(one);
    },
    deploy: async () => {
      for (const one of putBack.splice(0)) await one();
    },
    wait: (minutes) => system.advance(later(system, minutes)),
    decide,
    loseOnTheWay,
    decideAllAgain: async () => {
      for (const decisionId of [...decisions]) await decide(decisionId);
    },
    reportAllAgain: async () => {
      for (const { assignmentId, body } of reports) await sendReport(assignmentId, body);
    },
    sendUnreadable: async () => {
      const messageId = await party(administration).send(decisionsFrom(administration), "{ not json");
      noted({ messageId });
    },
    strikeUnreadable: async () => {
      const events = await party(administration).take(physicalName(inboxOf(administration)));
      const answered = new Set(
        events
          .filter(({ type }) => type.includes(".decision.unreadable."))
          .map(({ causationid }) => causationid),
      );
      const before = sent.length;
      sent = sent.filter(({ messageId }) => messageId === undefined || !answered.has(messageId));
      return before - sent.length;
    },
    providerTakes,
    providerReads: async () => {
      for (const id of await providerTakes()) await report(id);
    },
    report,
    listOfSent: () => sent.map((line) => JSON.stringify(line)).join("\n"),
    arrived,
    decisions,
    memory: new Map(),
  };
}
