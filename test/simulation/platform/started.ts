import type { Code } from "../faults/deployments.ts";
import type { Run } from "./run.ts";

/** A run of a function that did start, and the version of the code that it runs. */
export interface Started {
  readonly run: Run;
  readonly code: Code;
}
