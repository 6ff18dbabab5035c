/** How long something has waited, as a person says it: `5 d 3 h`, `3 h 10 min`, `4 min`. */
export function ageOf(seconds: number): string {
  const minutes = Math.max(0, Math.floor(seconds / 60));
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  if (days > 0) return hours === 0 ? `${days} d` : `${days} d ${hours} h`;
  if (hours > 0) return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
  return minutes === 0 ? "< 1 min" : `${minutes} min`;
}

/** How long ago that was. A dash where it is not known. */
export const ageSince = (since: string | undefined, now: string | undefined): string =>
  since === undefined || now === undefined ? "-" : ageOf((Date.parse(now) - Date.parse(since)) / 1000);
