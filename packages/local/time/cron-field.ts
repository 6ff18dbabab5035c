/** Which values one field of a cron expression allows. */
export interface CronField {
  readonly has: (value: number) => boolean;
  /** `L`: the month's last day. */
  readonly last: boolean;
}

/** Reads `*`, `?`, `L`, values, names, `a-b`, `a/n`, `a-b/n` and lists of them; `W` and `#` are refused. */
export const parseCronField = ({
  text,
  from,
  to,
  names = [],
}: {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Names of the values, the first for `from`. */
  readonly names?: readonly string[];
}): CronField => {
  if (text === "L") return { has: () => false, last: true };

  const readValue = (word: string): number => {
    const named = names.indexOf(word.toUpperCase());
    const value = named >= 0 ? from + named : Number(word);
    if (word === "" || !Number.isInteger(value) || value < from || value > to) {
      throw new Error(`"${text}" is not a cron field that is read here`);
    }
    return value;
  };

  const allowed = new Set(
    text.split(",").flatMap((part) => {
      const [range = "", step] = part.split("/");
      const [first = "", last] = range.split("-");
      const open = range === "*" || range === "?";
      const start = open ? from : readValue(first);
      const end = last !== undefined ? readValue(last) : open || step !== undefined ? to : start;
      const every = step === undefined ? 1 : Number(step);
      if (!Number.isInteger(every) || every < 1 || end < start) {
        throw new Error(`"${text}" is not a cron field that is read here`);
      }
      return Array.from(
        { length: Math.floor((end - start) / every) + 1 },
        (_, index) => start + index * every,
      );
    }),
  );
  return { has: (value) => allowed.has(value), last: false };
};
