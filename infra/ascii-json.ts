/**
 * CloudFormation's `GetTemplate` returns `?` for a letter outside ASCII, and an import with that template fails. JSON
 * can write such a letter as an escape, and every JSON reader gives it back.
 */
export const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll(
    /[^\0-\x7f]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
