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
  readonly isDeadLetters: boolean;
  /** For how many seconds SQS keeps a message there. */
  readonly keptFor: number;
  readonly oldest?: Oldest;
}

/** The oldest message of a queue. */
export interface Oldest {
  readonly sentAt: string;
  /** How much of the time has passed after which SQS erases it. */
  readonly percentOfKept: number;
  readonly tone: Tone;
}

/** A dead letter: which queue's, about which decision, and why. Nothing else of what its sender wrote. */
export interface LetterRow {
  readonly id: string;
  readonly queue: string;
  readonly party: string;
  readonly sentAt: string;
  readonly decision: string;
  readonly why: readonly string[];
}

export interface Queues {
  readonly now: string;
  readonly queues: readonly QueueRow[];
  /** The newest first. */
  readonly letters: readonly LetterRow[];
  readonly lettersInAll: number;
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

export type Inline =
  | { readonly kind: "text" | "strong" | "em" | "code"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly href: string };

export type Block =
  | { readonly kind: "heading"; readonly level: number; readonly inlines: readonly Inline[] }
  | { readonly kind: "paragraph"; readonly inlines: readonly Inline[] }
  | { readonly kind: "list"; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: "table"; readonly rows: readonly (readonly (readonly Inline[])[])[] };

/** As CloudWatch has it; `missing` where the templates declare no such alarm. */
export type AlarmStateShown = "ALARM" | "OK" | "INSUFFICIENT_DATA" | "missing";

export interface Lines {
  readonly kind: "lines";
  readonly title: string;
  readonly unit: string;
  readonly isStacked: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly series: readonly (Series & { readonly isRight: boolean })[];
  readonly levels: readonly { readonly label: string; readonly value: number }[];
}

export interface Numbers {
  readonly kind: "numbers";
  readonly title: string;
  readonly numbers: readonly { readonly label: string; readonly value?: number }[];
}

export type Drawing =
  | { readonly kind: "text"; readonly blocks: readonly Block[] }
  | Lines
  | Numbers
  | {
      readonly kind: "alarms";
      readonly title: string;
      readonly alarms: readonly { readonly name: string; readonly state: AlarmStateShown }[];
    }
  | { readonly kind: "not-drawn"; readonly title: string; readonly why: string };

/** A widget in CloudWatch's grid, which is 24 units wide. */
export interface WidgetShown {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly drawing: Drawing;
}

export interface DashboardShown {
  readonly now: string;
  readonly name: string;
  readonly title: string;
  /** Seconds since 1970. */
  readonly from: number;
  readonly to: number;
  readonly widgets: readonly WidgetShown[];
}

export interface Dashboards {
  readonly now: string;
  readonly dashboards: readonly { readonly name: string; readonly title: string; readonly widgets: number }[];
}

export interface AlarmShown {
  readonly name: string;
  readonly state: AlarmStateShown;
  /** When it came to its state. */
  readonly since?: string;
  /** When it sent a notice of that, if it did. */
  readonly actedAt?: string;
  readonly severity: string;
  readonly owner: string;
  /** The address of its runbook. */
  readonly runbook: string;
  /** What happened and what to do first, in the words that stand in the notice. */
  readonly text: string;
  readonly hurt: string;
  /** What it watches: a metric and its limit, or other alarms. */
  readonly watches: string;
  readonly changes: readonly { readonly at: string; readonly state: AlarmStateShown }[];
}

export interface Alarms {
  readonly now: string;
  readonly alarms: readonly AlarmShown[];
}
