import type { Functions } from "../functions/functions.ts";
import type { Schedule } from "./schedules.ts";
import type { Instant } from "./virtual-clock.ts";

/** Lambda tries an asynchronous invocation three times in all. */
const ASYNCHRONOUS_ATTEMPTS = 3;

/** Calls a schedule's function as Scheduler does: asynchronously, so Lambda tries again by itself. */
export const fireSchedule = async ({
  schedule,
  scheduled,
  functions,
  retryAfterMs,
  onTrouble,
}: {
  readonly schedule: Schedule;
  readonly scheduled: Instant;
  readonly functions: Pick<Functions, "behind">;
  readonly retryAfterMs: number;
  readonly onTrouble: (trouble: string) => void;
}): Promise<void> => {
  const target = functions.behind(schedule.targetArn);
  for (let attempt = 1; attempt <= ASYNCHRONOUS_ATTEMPTS; attempt += 1) {
    const { succeeded } = await target.invoke(schedule.eventAt(scheduled));
    if (succeeded) return;
    if (attempt < ASYNCHRONOUS_ATTEMPTS) await new Promise((resolve) => setTimeout(resolve, retryAfterMs));
  }
  onTrouble(
    `${schedule.name} failed at ${new Date(scheduled).toISOString()}, ${ASYNCHRONOUS_ATTEMPTS} times`,
  );
};
