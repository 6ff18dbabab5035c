// What the console's addresses answer. The page reads it, so nothing here is more than a type.

/** Whether something is as it should be. The page says it in words too, never by colour alone. */
export type Tone = "plain" | "good" | "late" | "bad";

/** A fact in a decision's history, for a reader. */
export interface Happening {
  readonly at: string;
  /** Its decision: `<administration>.<decisionId>`. */
  readonly decision: string;
  readonly by: string;
  readonly text: string;
  readonly tone: Tone;
  readonly version: number;
}

/** How many decisions or assignments have come as far as this. */
export interface Step {
  readonly name: string;
  readonly counts: "decisions" | "assignments";
  readonly count: number;
  /** Not on the way forward: returned, rejected, cancelled. */
  readonly isAside: boolean;
}

/** How long it takes from one step to the next. */
export interface StepTime {
  readonly name: string;
  readonly count: number;
  readonly medianMs: number;
  /** Nine of ten took at most this. */
  readonly ninetyMs: number;
}

export interface Series {
  readonly label: string;
  /** Seconds since 1970 and a value, oldest first. */
  readonly points: readonly (readonly [number, number])[];
}

export interface Flow {
  readonly now: string;
  readonly steps: readonly Step[];
  readonly byAdministration: readonly { readonly name: string; readonly steps: readonly Step[] }[];
  /** The rules that did not hold in what was returned, the most frequent first. */
  readonly findings: readonly { readonly rule: string; readonly count: number }[];
  readonly times: readonly StepTime[];
  /** How many have come to a step so far, over time. */
  readonly soFar: readonly Series[];
  readonly latest: readonly Happening[];
}

export interface DecisionRow {
  readonly id: string;
  readonly administration: string;
  readonly decidedOn: string;
  readonly revision: number;
  readonly state: string;
  readonly tone: Tone;
  readonly assignments: number;
  readonly open: number;
  readonly dueAt?: string;
  readonly changedAt: string;
}

export interface Decisions {
  readonly now: string;
  readonly decisions: readonly DecisionRow[];
}

/** Days on which an assignment had a status. */
export interface Spell {
  readonly status: string;
  readonly tone: Tone;
  readonly from: string;
  readonly to: string;
}

export interface AssignmentShown {
  readonly id: string;
  readonly subArea: string;
  readonly provider: string;
  readonly from: string;
  readonly to: string;
  readonly status: string;
  readonly tone: Tone;
  readonly spells: readonly Spell[];
}

export interface FindingShown {
  readonly rule: string;
  readonly concerns: string;
  readonly message: string;
  readonly wouldHoldIf: string;
}

export interface Life {
  readonly now: string;
  readonly row: DecisionRow;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly assignments: readonly AssignmentShown[];
  readonly findings: readonly FindingShown[];
  readonly awaited: readonly DueItem[];
  /** Newest first. */
  readonly events: readonly Happening[];
}

/** What hemvist awaits, and whom it notifies if it has not come. */
export interface DueItem {
  /** The day on which the notice goes out. */
  readonly on: string;
  readonly kind: string;
  readonly decision: string;
  readonly about: string;
  readonly notifies: string;
  /** Which notice it is on its ladder, from 1. */
  readonly step: number;
  readonly isLate: boolean;
}

export interface Due {
  readonly now: string;
  readonly today: string;
  readonly items: readonly DueItem[];
}

export interface QueueRow {
  readonly name: string;
  readonly party: string;
  readonly purpose: string;
  readonly reader: string;
  readonly depth: number;
  readonly oldestAt?: string;
  readonly isDeadLetters: boolean;
}

export interface Queues {
  readonly now: string;
  readonly queues: readonly QueueRow[];
}

/** A message as the console shows it. Its data stays where it is. */
export interface MessageRow {
  readonly id: string;
  readonly sentAt: string;
  readonly type: string;
  readonly subject: string;
}

export interface Messages {
  readonly now: string;
  readonly name: string;
  readonly count: number;
  readonly messages: readonly MessageRow[];
}

export interface Changed {
  readonly now: string;
  readonly count: number;
}
