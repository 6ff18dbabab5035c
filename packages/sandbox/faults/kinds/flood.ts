import { deadLetterName, decisionsFrom } from "@hemvist/rules";
import type { Fault } from "../fault.ts";
import { administration } from "../scene.ts";
import { incident, sentAnew } from "../steps.ts";

const queue = decisionsFrom(administration);
const many = 101;
const approval = "approval";

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
  steps: [
    sentAnew(many),
    {
      run: "npm run --silent ops -- discard --unreadable --queue decisions-sf-centrum --dry-run",
      ends: [0, 2],
    },
    {
      run: "npm run --silent ops -- discard --unreadable --queue decisions-sf-centrum --reason",
      put: () => [incident],
      ends: [0, 2],
      keep: (out, { memory }) => memory.set(approval, /ops approve (\S+)/.exec(out)?.[1] ?? ""),
    },
    {
      run: "npm run --silent ops -- approve",
      from: "operator-access",
      put: ({ memory }) => [[/5f0c…?/, String(memory.get(approval))], incident],
      bySecond: true,
    },
  ],
};
