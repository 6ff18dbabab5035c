import type { Fault } from "../fault.ts";

const handOff = "hemvist-hand-off";

export const streamOff: Fault = {
  name: "stream-off",
  says: {
    sv: "Någon har stängt av hand-offs läsning av strömmen.",
    en: "A person has disabled hand-off's event source mapping on the stream.",
  },
  provoke: async (scene) => {
    const { controls } = scene.system;
    const id = controls.mappings().find(({ functionName }) => functionName === handOff)?.id ?? "";
    scene.memory.set("mapping", id);
    controls.switchMapping(id, false);
    scene.drift(() => controls.switchMapping(id, true));
    await scene.decide("SFC-2026-000002");
  },
  alarm: "hemvist-hand-off-silent",
  within: 8,
  runbook: "stream-behind",
  steps: [
    { run: "aws lambda list-event-source-mappings --function-name hemvist-hand-off:live" },
    {
      run: "aws lambda update-event-source-mapping",
      from: "stands-still",
      put: ({ memory }) => [["$UUID", String(memory.get("mapping"))]],
    },
  ],
};
