import { NotUnderstood, optionsIn } from "../test/support/tool.ts";

/** What can be measured by itself. */
export const parts = ["bundles", "counts", "start", "judging", "body", "end-to-end", "scale"] as const;

export type Part = (typeof parts)[number];

interface Asked {
  readonly parts: readonly Part[];
  /** A whole run writes RESULTS.md. A part alone is only printed. */
  readonly isWhole: boolean;
}

/**
 * What bench was asked for; undefined where it was asked for help.
 * @throws NotUnderstood
 */
export function asked(args: readonly string[]): Asked | undefined {
  const { help, only } = optionsIn(args, { help: { type: "boolean" }, only: { type: "string" } });
  if (help) return undefined;
  if (only === undefined) return { parts, isWhole: true };
  const part = parts.find((name) => name === only);
  if (part === undefined) throw new NotUnderstood(`--only takes one of ${parts.join(", ")}, not "${only}".`);
  return { parts: [part], isWhole: false };
}
