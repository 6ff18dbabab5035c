const form =
  /^P(?=.)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?=.)(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,8})S)?)?$/;

const [second, minute, hour, day] = [1000, 60_000, 3_600_000, 86_400_000];

/**
 * The instant that lies an ISO 8601 duration after another, counted in UTC: a day has 24 hours, and a month as many
 * days as the calendar says. Undefined where the text is no such duration.
 * @param from milliseconds since 1970
 */
export function afterDuration(from: number, text: string): number | undefined {
  const found = form.exec(text);
  if (found === null) return undefined;
  const counted = (group: number): number => Number(found[group] ?? 0);
  const rest =
    (counted(3) * 7 + counted(4)) * day + counted(5) * hour + counted(6) * minute + counted(7) * second;
  return monthsAfter(from, counted(1) * 12 + counted(2)) + rest;
}

/** The same day of the month, or its last where it has none such: 31 January and a month is 28 February. */
function monthsAfter(from: number, months: number): number {
  const moved = new Date(from);
  const dayOfMonth = moved.getUTCDate();
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() + months + 1, 0);
  moved.setUTCDate(Math.min(dayOfMonth, moved.getUTCDate()));
  return moved.getTime();
}
