import type { Change, Effect } from "./changes.ts";
import type { Look, Preflight } from "./preflight.ts";

const order: readonly Effect[] = [
  "replaced",
  "possibly replaced",
  "deleted",
  "left standing outside the stack",
  "changed",
  "created",
];

/** The preflight in lines: what was looked at, then what changes, the gravest first. */
export function printed({ looks, changes }: Preflight): readonly string[] {
  return [...looks.map(lookLine), "", ...changeLines(changes)];
}

const marks = { fine: "ok   ", mind: "mind ", stops: "STOPS" } as const;

/** One line of what was looked at. */
export const lookLine = ({ what, is, says }: Look): string => `${marks[is]} ${what}: ${says}`;

function changeLines(changes: readonly Change[]): readonly string[] {
  if (changes.length === 0) return ["Nothing changes."];
  return order.flatMap((effect) => {
    const those = changes.filter((change) => change.effect === effect);
    if (those.length === 0) return [];
    const head = `${those.length} ${effect}:`;
    // What CloudFormation makes for the first time is counted by kind: a first deployment makes hundreds.
    return effect === "created"
      ? [head, ...byType(those)]
      : [
          head,
          ...those.map(
            ({ stack, id, type, properties }) => `  ${[`${stack}/${id}`, type, ...properties].join("  ")}`,
          ),
        ];
  });
}

function byType(changes: readonly Change[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { stack, type } of changes) {
    const kind = `${stack}  ${type}`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, many]) => `  ${String(many).padStart(4)}  ${kind}`);
}
