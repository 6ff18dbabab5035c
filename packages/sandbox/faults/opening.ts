import type { RunningSystem } from "@hemvist/local";
import type { Fault } from "./fault.ts";

/** The people who type what a runbook says. */
export const operators = { first: "an-operator", second: "a-second-operator" } as const;

/** When the system's clock begins: a Monday morning in Stockholm, unless the fault belongs to another day. */
export const openingOf = ({ opens = "2026-11-02T09:00:00Z" }: Pick<Fault, "opens">): string => opens;

export const later = (system: Pick<RunningSystem, "now">, minutes: number): string =>
  new Date(Date.parse(system.now()) + minutes * 60_000).toISOString();
