// Days by hand, so that the recount shares no arithmetic with what it recounts.

const day = 86_400_000;

export const daysFrom = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * day).toISOString().slice(0, 10);

export const dayAfter = (date: string): string => daysFrom(date, 1);

/** The same day three months later, or that month's last day where it is shorter. */
export function threeMonthsAfter(date: string): string {
  const [year = 0, month = 0, dayOfMonth = 0] = date.split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + 3, 0));
  const sameDay = new Date(Date.UTC(year, month + 2, dayOfMonth));
  return (sameDay > lastOfMonth ? lastOfMonth : sameDay).toISOString().slice(0, 10);
}
