import type { Instant } from "../time/virtual-clock.ts";

/** Whole minutes since 1970: CloudWatch keeps data by the minute. */
export type Minute = number;

export const MINUTE_MS = 60_000;

export const minuteOf = (instant: Instant): Minute => Math.floor(instant / MINUTE_MS);
