import type { Fault } from "../fault.ts";
import { discardedByTwo, incident, sentAnew } from "../steps.ts";

/** One more than a person may discard alone within a day. */
const many = 21;

export const twoPeople: Fault = {
  name: "two-people",
  says: {
    sv: `SF Centrums system har skickat ${many} oläsliga meddelanden. En person tar bort högst 20 själv.`,
    en: `SF Centrum's system has sent ${many} unreadable messages. One person discards 20 alone at most.`,
  },
  provoke: async (scene) => {
    for (let number = 0; number < many; number += 1) await scene.sendUnreadable();
    await scene.system.settle();
  },
  told: {
    sv: "Kommandot skriver ut ett id, och väntar på en person till.",
    en: "The command prints an id, and waits for another person.",
  },
  runbook: "operator-access",
  steps: [
    { run: "aws sts get-caller-identity", prints: /an-operator/ },
    sentAnew(many),
    ...discardedByTwo,
    {
      run: "npm run --silent ops -- journal --reason",
      put: () => [incident],
      prints: new RegExp(`removed ${many}`),
    },
  ],
};
