import type { Graph } from "./dashboard.ts";

export const graph = (its: Omit<Graph, "kind">): Graph => ({ kind: "graph", ...its });

/** Its lines stand on each other: the highest is the sum. */
export const sums = (its: Omit<Graph, "kind" | "stacked">): Graph => graph({ ...its, stacked: true });
