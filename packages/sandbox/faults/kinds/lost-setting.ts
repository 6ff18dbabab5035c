import type { Fault } from "../fault.ts";
import { administration, type Scene } from "../scene.ts";
import { deployAgain } from "../steps.ts";

const reader = "hemvist-read-case";

const look = (scene: Scene): Promise<number> =>
  scene
    .party(administration)
    .call(`/v1/decisions/${administration}/SFC-2026-000001`)
    .then(({ status }) => status);

export const lostSetting: Fault = {
  name: "lost-setting",
  says: {
    sv: "Någon har tagit bort en inställning ur read-case i konsolen. Parterna får inga svar.",
    en: "A person has removed a setting of read-case in the console. The parties get no answers.",
  },
  provoke: async (scene) => {
    await scene.system.controls.configure(reader, { TABLE_NAME: undefined });
    scene.drift(() => scene.system.controls.configure(reader));
    await look(scene);
    await scene.decide("SFC-2026-000002");
  },
  alarm: "hemvist-api-faults",
  within: 1,
  runbook: "function-errors",
  steps: [
    {
      run: "aws lambda get-function-configuration",
      put: () => [["hemvist-receive-decision", reader]],
    },
    deployAgain,
    {
      says: { sv: "SF Centrum läser sitt beslut igen.", en: "SF Centrum reads its decision again." },
      act: async (scene) => {
        const status = await look(scene);
        if (status !== 200) throw new Error(`the API still answers ${status}`);
      },
    },
  ],
};
