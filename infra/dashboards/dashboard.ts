import type { Municipality, Parties } from "@hemvist/rules";
import type { Duration } from "aws-cdk-lib";
import type { Metric } from "aws-cdk-lib/aws-cloudwatch";

/** What dashboards are made for. */
export interface Shown {
  readonly parties: Parties;
  readonly municipality: Municipality;
  /** The table of decisions in use. */
  readonly table: string;
  /** The folder of runbooks, where the person on duty can open it. */
  readonly runbooksAt: string;
}

/** A page of CloudWatch for operations staff. All of its texts are in Swedish. */
export interface OperationsDashboard {
  /** Without `hemvist-`: letters of ASCII and dashes. */
  readonly name: string;
  /** How far back it looks when a person opens it. */
  readonly shows: Duration;
  /** From the top. The widgets of a row share its width. */
  readonly rows: readonly Row[];
}

export type Row = readonly [Widget, ...Widget[]];

export type Widget = Text | Graph | AlarmStates;

/** Markdown: what the page shows, what is normal, and where more is written. */
export interface Text {
  readonly kind: "text";
  readonly markdown: string;
  /** In the grid's units, of some 40 pixels. */
  readonly height: number;
}

/** Measurements over time, or their values over the whole time shown. */
export interface Graph {
  readonly kind: "graph";
  readonly title: string;
  /** What the axis measures. */
  readonly unit: string;
  readonly lines: readonly Line[];
  readonly view?: "timeSeries" | "singleValue";
  /** The lines stand on each other, so that the highest is their sum. */
  readonly stacked?: boolean;
  /** Where the axis begins: at 0, unless it says otherwise. */
  readonly from?: number;
  readonly to?: number;
  /** Levels to compare with: where an alarm goes off, or what hemvist promises. */
  readonly levels?: readonly { readonly label: string; readonly value: number }[];
}

export interface Line {
  readonly label: string;
  readonly metric: Metric;
  /** The line shows only where it comes from enough persons (docs/adr/0056-a-dashboard-shows-no-small-cells.md). */
  readonly hidden?: Hidden;
}

/** How a line comes from its metric, and from what it counts. */
export interface Hidden {
  /** How many the value comes from. */
  readonly of: Metric;
  readonly atLeast: number;
  readonly shown: "share" | "days";
}

/** The states of alarms, by their names without `hemvist-`. */
export interface AlarmStates {
  readonly kind: "alarms";
  readonly title: string;
  readonly alarms: readonly string[];
}
