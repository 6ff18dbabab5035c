import { NotUnderstood, optionsIn } from "../support/tool.ts";
import type { Bug } from "./bug.ts";

/** What is asked for of the planted bugs. */
export type Asked =
  | { readonly kind: "help" | "list" }
  | { readonly kind: "plant"; readonly bugs: readonly Bug[] };

/** @throws NotUnderstood: a run that plants nothing would prove nothing */
export function asked(args: readonly string[], bugs: readonly Bug[]): Asked {
  const { only, list, help } = optionsIn(args, {
    only: { type: "string", multiple: true },
    list: { type: "boolean" },
    help: { type: "boolean" },
  });
  if (help) return { kind: "help" };
  if (list) return { kind: "list" };
  const unknown = only?.filter((name) => bugs.every((bug) => bug.name !== name)) ?? [];
  if (unknown.length > 0) throw new NotUnderstood(`There is no planted bug called ${unknown.join(", ")}.`);
  return { kind: "plant", bugs: only ? bugs.filter(({ name }) => only.includes(name)) : bugs };
}
