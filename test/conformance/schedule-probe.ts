/** One run of a function by its schedule. */
export interface Run {
  /** The time that its event gives. */
  readonly scheduled: string;
  /** When it was called. */
  readonly at: string;
}

export interface Days {
  /** What goes wrong, where the engine lets it be chosen. */
  readonly trouble?: "schedule-doubled" | "schedule-late" | "schedule-skipped";
  /** Whether the function fails, the nth time it is called. */
  readonly fails?: (nth: number) => boolean;
}

/** The runs of an hourly schedule in the two days from 2026-11-02T05:30:00Z. */
export type OpenSchedule = (days?: Days) => Promise<readonly Run[]>;

export const firstDue = "2026-11-02T06:00:00Z";
export const began = "2026-11-02T05:30:00Z";
export const ended = "2026-11-04T05:30:00Z";
