import type { CommandLine, Given } from "../voice/command-line.ts";
import type { Terminal } from "../voice/terminal.ts";
import type { Operate } from "./operate.ts";

export interface Done {
  /** As a person reads it. */
  readonly text: string;
  /** As a machine reads it: printed with `--json`. */
  readonly json: unknown;
  /** Whether all is as it should be, which the exit status says. */
  readonly allWell: boolean;
}

/** One of `hemvist ops`'s commands. */
export interface Command extends Omit<CommandLine, "run" | "after"> {
  /** The runbook that says when to use it, in docs/runbooks. */
  readonly runbook: string;
  readonly run: (
    given: Given,
    on: { readonly operate: Operate; readonly terminal: Terminal },
  ) => Promise<Done>;
}
