import type { Step } from "./fault.ts";
import type { Put } from "./runbook.ts";

/** Puts back what differs from the templates. */
export const deployAgain: Step = { run: "npm run deploy -- --stage production", from: "deployment-failed" };

/** Lists what lies aside. Its status is 2 where something does. */
export const lettersListed: Step = { run: "npm run --silent ops -- dead-letters", ends: [0, 2] };

/** The reason that the journal keeps. */
export const incident: Put = ["INC-1234", "INC-REPETITION"];

/** Sends again what lies aside. */
export const redriven: readonly Step[] = [
  { run: "npm run --silent ops -- redrive --dry-run" },
  { run: 'npm run --silent ops -- redrive --reason "INC-1234"', put: () => [incident] },
];

/** The sender has every fault on its inbox. It mends its system, and sends what it meant. */
export const sentAnew = (unreadable: number): Step => ({
  says: {
    sv: "SF Centrum läser felen i sin inkorg, rättar och skickar beslutet på nytt.",
    en: "SF Centrum reads the faults in its inbox, mends its system and sends the decision again.",
  },
  act: async (scene) => {
    const struck = await scene.strikeUnreadable();
    if (struck !== unreadable)
      throw new Error(`the sender has the faults of ${struck} messages, not of ${unreadable}`);
    await scene.decide("SFC-2026-000002");
  },
});
