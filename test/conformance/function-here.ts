import type { LocalFunction } from "../../packages/local/functions/local-function.ts";

/** A function of the local run that runs in this thread. */
export const functionHere = (invoke: LocalFunction["invoke"]): LocalFunction => ({
  name: "f",
  arn: "f",
  invoke,
  inFlight: () => 0,
  crash: () => false,
  stop: () => Promise.resolve(),
});
