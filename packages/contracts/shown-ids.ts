/**
 * Whether a sender's id may stand in a log or a journal, which are kept for years: it can be no name and no date of
 * birth. Case systems make such ids: four letters at most, then digits and hyphens; or a UUID; or one letter.
 */
export const isPlain = (id: string): boolean =>
  (idOfSystem.test(id) && !birthDate.test(id.replaceAll("-", ""))) || uuid.test(id);

const idOfSystem = /^(?:[A-Za-z]{1,4}-?)?\d[\d-]*$|^[A-Za-z]$/;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Eight digits of a day in the 1800s or 1900s. No decision is of that time. */
const birthDate = /(?:18|19)\d\d(?:0\d|1[0-2])(?:[0-2]\d|3[01]|[6-8]\d|9[01])/;

interface Shown {
  /** The codes that ids begin with: an id is `<administration>.<decision>` or `<administration>.<decision>.<intervention>`. */
  readonly administrations: readonly string[];
  /** What stands for an id that may be a name. Undefined where the key that makes it is not known yet. */
  readonly markOf: (id: string) => string | undefined;
}

const part = "[A-Za-z0-9-]{1,64}";

/**
 * Whether a text is the id of a decision of one of these administrations, and nothing else. What a caller writes in an
 * address may be any text. With no administrations, every text is.
 */
export function isDecisionOf(administrations: readonly string[]): (text: string) => boolean {
  if (administrations.length === 0) return () => true;
  const id = new RegExp(`^(?:${administrations.join("|")})\\.${part}$`);
  return (text) => id.test(text);
}

/**
 * Replaces each id in a text that may be a name by its mark: `sf-centrum.~0a1b2c3d4e5f`. The same id has the same mark
 * everywhere, and only hemvist can make it. A log line has many texts, so what is looked for is compiled once.
 */
export function withPlainIds({ administrations, markOf }: Shown): (text: string) => string {
  if (administrations.length === 0) return (text) => text;
  const ids = new RegExp(
    `(?<![A-Za-z0-9-])(${administrations.join("|")})\\.(${part})(?:\\.(${part}))?(?![A-Za-z0-9-])`,
    "g",
  );
  return (text) =>
    text.replaceAll(ids, (_all, administration: string, decision: string, intervention?: string) => {
      const parts = [administration, decision, ...(intervention === undefined ? [] : [intervention])];
      const shown = parts.map((part, index) =>
        index === 0 || isPlain(part) ? part : markOfFirst(index + 1),
      );
      return shown.join(".");

      /** The mark of as much of the id as ends with this part. */
      function markOfFirst(many: number): string {
        const mark = markOf(parts.slice(0, many).join("."));
        return mark === undefined ? "[id]" : `~${mark}`;
      }
    });
}
