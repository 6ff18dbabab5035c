import { count, measure } from "./measure.ts";

type Promised = "DecisionAnsweredInTime" | "HandedOnInTime" | "FollowedUpInTime";

/** Notes whether a promise was kept: 100 or 0, so that the average of many is the share. */
export function promiseKept(name: Promised, isKept: boolean): void {
  measure(name, isKept ? 100 : 0);
  if (!isKept) count("PromisesBroken");
}
