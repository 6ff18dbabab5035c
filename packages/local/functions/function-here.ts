import type { LocalFunction } from "./local-function.ts";

/** A function that runs in this thread: for tests of what calls functions. */
export const functionHere = (invoke: LocalFunction["invoke"]): LocalFunction => ({
  name: "f",
  arn: "f",
  invoke,
  inFlight: () => 0,
  crash: () => false,
  recycle: () => Promise.resolve(),
  stop: () => Promise.resolve(),
});
