import type { Administration } from "@hemvist/rules";

/** The four SF. */
export const administrationsOf = (): readonly Administration[] => [
  "sf-centrum",
  "sf-hisingen",
  "sf-nordost",
  "sf-sydvast",
];

/** A message as a party's system takes it off its queue: its data is read by those who need it. */
export interface Heard {
  readonly type: string;
  readonly subject: string;
  readonly data: () => Readonly<Record<string, unknown>>;
}

// Its envelope comes before its data, and no more of it is looked at.
const actedOn =
  /^\{[^{]*?"type":"(se\.goteborg\.hemvist\.(?:assignment\.re(?:quested|minder)|progress\.refused|decision\.re(?:turned|fused)|proposal\.status-changed)\.v1)"[^{]*?"subject":"([^"]*)"/;

/**
 * What a party's system makes of a message, or undefined where none does anything about it: most are only looked at by
 * invariants, as they were sent.
 */
export function heardIn(body: string): Heard | undefined {
  const [, type, subject] = actedOn.exec(body) ?? [];
  if (type === undefined || subject === undefined) return undefined;
  return { type, subject, data: () => (JSON.parse(body) as { readonly data: Record<string, unknown> }).data };
}
