import type { ParseArgsOptionsConfig } from "node:util";
import type { System } from "@hemvist/operations";

/** What a command was given: flags as they were written. */
export interface Given {
  readonly positionals: readonly string[];
  readonly text: (option: string) => string | undefined;
  readonly flag: (option: string) => boolean;
}

export interface Done {
  /** As a person reads it. */
  readonly text: string;
  /** As a machine reads it: printed with `--json`. */
  readonly json: unknown;
  /** Whether all is as it should be; the exit status tells. */
  readonly allWell: boolean;
}

/** One of `hemvist ops`'s commands. */
export interface Command {
  readonly name: string;
  /** Its arguments, as `--help` shows them. */
  readonly usage: string;
  readonly summary: string;
  /** The runbook that tells when to use it, in docs/runbooks. */
  readonly runbook: string;
  /** What each option means, as `--help` tells. */
  readonly options: Readonly<Record<string, string>>;
  readonly parse: ParseArgsOptionsConfig;
  /** How many arguments it takes beside its options; none unless said. */
  readonly takes?: number;
  readonly run: (given: Given, system: System) => Promise<Done>;
}
