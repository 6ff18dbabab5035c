import type { ExplainedAlarmProps } from "../constructs/explained-alarm.ts";

/** An alarm but for whom it tells. */
export type Explained = Omit<ExplainedAlarmProps, "tells">;
