import { assignmentsOf } from "@hemvist/rules";
import type { Fault } from "../fault.ts";
import type { Put } from "../runbook.ts";
import { provider } from "../scene.ts";

const places = "npm run --silent ops -- places";
const asked = (): readonly Put[] => [
  ["SFC-2026-004711", "SFC-2026-000002"],
  ["INC-1234", "INC-REPETITION"],
];

export const protectedSince: Fault = {
  name: "protected-since",
  says: {
    sv: "En person i ett beslut får skyddade personuppgifter. Uppdraget ligger kvar i utförarens kö med nummer och namn.",
    en: "A person in a decision gets protected identity. The assignment lies in the provider's queue with number and name.",
  },
  provoke: async (scene) => {
    await scene.decide("SFC-2026-000002");
    await scene.system.settle();
    await scene.decide("SFC-2026-000002", {
      revision: 2,
      person: { protectedIdentity: true, reference: "REF-7" },
    });
    await scene.system.settle();
  },
  told: {
    sv: "SF Centrum har skickat en revision utan personnummer och namn, och ringer.",
    en: "SF Centrum has sent a revision without number and name, and calls.",
  },
  runbook: "identity-protected",
  steps: [
    { run: places, put: asked, ends: [2], prints: new RegExp(assignmentsOf(provider)) },
    {
      says: {
        sv: "Driften ringer Kompetenscenter, som läser sin kö och svarar på det nyaste meddelandet.",
        en: "Operations call Kompetenscenter, which reads its queue and answers the newest message.",
      },
      act: (scene) => scene.providerReads(),
    },
    { run: places, put: asked },
  ],
};
