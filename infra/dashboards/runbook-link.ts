import type { Shown } from "./dashboard.ts";

/** A link to a runbook, for a text. */
export const runbookLink = ({ runbooksAt }: Pick<Shown, "runbooksAt">, name: string): string =>
  `[${name}](${runbooksAt}/${name}.md)`;
