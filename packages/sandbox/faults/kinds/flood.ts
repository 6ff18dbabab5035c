import { deadLetterName, decisionsFrom } from "@hemvist/rules";
import type { Fault } from "../fault.ts";
import { administration } from "../scene.ts";
import { discardedByTwo, sentAnew } from "../steps.ts";

const queue = decisionsFrom(administration);
const many = 101;

export const flood: Fault = {
  name: "flood",
  says: {
    sv: `SF Centrums system har hängt sig och skickar samma oläsliga meddelande ${many} gånger.`,
    en: `SF Centrum's system is stuck, and sends the same unreadable message ${many} times.`,
  },
  provoke: async (scene) => {
    for (let number = 0; number < many; number += 1) await scene.sendUnreadable();
  },
  alarm: `hemvist-${deadLetterName(queue)}-more-than-100`,
  within: 1,
  runbook: "dead-letters",
  steps: [sentAnew(many), ...discardedByTwo],
};
