/** A message as a party's system takes it off its queue. Its data is parsed only where the system needs it. */
export interface Delivery {
  readonly type: string;
  readonly subject: string;
  readonly data: () => Readonly<Record<string, unknown>>;
}

// The envelope comes before the data, and the expression looks at no more of it.
const actedOn =
  /^\{[^{]*?"type":"([a-z.-]+\.hemvist\.(?:assignment\.re(?:quested|minder)|progress\.refused|decision\.re(?:turned|fused)|proposal\.status-changed)\.v1)"[^{]*?"subject":"([^"]*)"/;

/** What a party's system reads in a message, or undefined where no system acts on its kind: most kinds only go to the invariants. */
export function deliveryIn(body: string): Delivery | undefined {
  const [, type, subject] = actedOn.exec(body) ?? [];
  if (type === undefined || subject === undefined) return undefined;
  return { type, subject, data: () => (JSON.parse(body) as { readonly data: Record<string, unknown> }).data };
}
