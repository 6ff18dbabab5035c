import { deadLetterName, decisionsFrom } from "@hemvist/rules";
import type { Fault } from "../fault.ts";
import type { Put } from "../runbook.ts";
import { administration, type Scene } from "../scene.ts";
import { incident, lettersListed, sentAnew } from "../steps.ts";

const queue = decisionsFrom(administration);

const theLetter = ({ memory }: Scene): readonly Put[] => [[/4b1c[0-9a-f]*…?/, String(memory.get("letter"))]];

export const poison: Fault = {
  name: "poison",
  says: {
    sv: "SF Centrums system skickar ett meddelande som inte går att läsa.",
    en: "SF Centrum's system sends a message that cannot be read.",
  },
  provoke: async (scene) => {
    await scene.sendUnreadable();
  },
  alarm: `hemvist-${deadLetterName(queue)}-not-empty`,
  within: 1,
  runbook: "dead-letters",
  steps: [
    {
      ...lettersListed,
      keep: (out, { memory }) => memory.set("letter", /^([0-9a-f]{8})\S* /m.exec(out)?.[1] ?? ""),
    },
    { run: "npm run --silent ops -- explain", put: theLetter },
    sentAnew(1),
    { run: "npm run --silent ops -- discard 4b1c", put: (scene) => [...theLetter(scene), incident] },
  ],
};
