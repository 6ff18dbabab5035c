import { everyFault } from "./every-fault.ts";
import type { Fault } from "./fault.ts";

/** The faults that a runbook is walked through against: they run commands of it. */
export const walksOf = (runbook: string): readonly Fault[] =>
  everyFault.filter(
    (fault) =>
      fault.runbook === runbook &&
      fault.steps.some((step) => "run" in step && (step.from ?? runbook) === runbook),
  );

/** The runbooks that no fault walks, each with its reason. Every other one is walked. */
export const notWalked: ReadonlyMap<string, string> = new Map([
  [
    "break-glass",
    "Its alarm counts calls in CloudTrail, and its commands end sessions of IAM. The local run has neither",
  ],
  [
    "deployment-failed",
    "It is about CloudFormation, which the local run does not have. Its `npm run deploy` ends other faults. [A failed creation](../test/emulator/failed-creation.test.ts) is tried on the emulator, and [what a deployment says](../test/infra/deploy) without AWS",
  ],
  [
    "first-deployment",
    "It is about an account that holds nothing yet. The local run begins where it ends. [The templates](../test/emulator/emulator.test.ts) come up on the emulator",
  ],
]);
