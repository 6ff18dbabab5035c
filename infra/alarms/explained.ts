import type { ExplainedAlarmProps } from "../constructs/explained-alarm.ts";

/** An alarm without its topic. */
export type Explained = Omit<ExplainedAlarmProps, "notifies">;
