import { allEnded, type Instant, inOfficeHours, officeHoursBetween } from "@hemvist/casework";
import { instantOf } from "@hemvist/rules";
import { measure } from "@hemvist/runtime";

const hour = 3_600_000;
/** Ours: a message that is three days old has waited for two working days, if the three days had so many. */
const [days, twoWorkingDays] = [3, 18];

/** What alarms wait for. CloudWatch knows no Swedish holidays, so follow-up counts them by the rules' calendar. */
export function countCalendar(now: Instant): void {
  measure("OutsideOfficeHours", inOfficeHours(now) ? 0 : 1);
  const before = instantOf(Date.parse(now) - days * 24 * hour);
  measure("FewWorkingDays", officeHoursBetween(before, now) < twoWorkingDays ? 1 : 0);
}

export interface Heard {
  /** When an administration's newest decision came. Undefined if none has come yet. */
  readonly newest: (administration: string) => Promise<Instant | undefined>;
}

interface Senders {
  readonly administrations: readonly string[];
  readonly heard: Heard;
}

/** The office hours since each administration's newest decision. Nothing for one that has not sent any yet. */
export async function countSilence({ administrations, heard }: Senders, now: Instant): Promise<void> {
  await allEnded(
    administrations.map(async (administration) => {
      const at = await heard.newest(administration);
      if (at !== undefined) measure("HoursWithoutDecision", officeHoursBetween(at, now), { administration });
    }),
  );
}
