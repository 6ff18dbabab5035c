import type { Fault } from "../fault.ts";
import type { Put } from "../runbook.ts";
import type { Scene } from "../scene.ts";

const lost = "SFC-2026-000002";

/** The list on standard input, as `--sent -` takes it. */
const theirList = (scene: Scene): readonly Put[] => [["sent.jsonl", `- <<< '${scene.listOfSent()}'`]];

const compared = "npm run --silent ops -- reconcile --day 2026-11-02 --sent";

export const lostOnTheWay: Fault = {
  name: "lost-on-the-way",
  says: {
    sv: "Ett beslut kom aldrig fram från SF Centrums system till hemvist. Ingen kö har det.",
    en: "A decision never arrived from SF Centrum's system at hemvist. No queue has it.",
  },
  provoke: async (scene) => scene.loseOnTheWay(lost),
  told: {
    sv: "SF Centrum frågar om allt har kommit fram, och lämnar sin lista.",
    en: "SF Centrum asks whether all has arrived, and hands over its list.",
  },
  runbook: "reconcile",
  steps: [
    { run: compared, put: theirList, ends: [2], prints: /sent-and-not-here/ },
    {
      says: { sv: "SF Centrum skickar beslutet igen.", en: "SF Centrum sends the decision again." },
      act: (scene) => scene.decide(lost),
    },
    { run: compared, put: theirList, prints: /Everything balances/ },
  ],
};
