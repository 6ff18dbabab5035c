import type { Fault } from "../fault.ts";
import { deployAgain } from "../steps.ts";

const schedule = "hemvist-follow-up";

export const clockOff: Fault = {
  name: "clock-off",
  says: {
    sv: "Någon har stängt av schemat som väcker uppföljningen varje timme.",
    en: "A person has disabled the schedule that wakes follow-up each hour.",
  },
  provoke: async (scene) => {
    const { controls } = scene.system;
    controls.switchSchedule(schedule, false);
    scene.drift(() => controls.switchSchedule(schedule, true));
    await scene.decide("SFC-2026-000002");
  },
  alarm: "hemvist-follow-up-silent",
  within: 8,
  runbook: "follow-up-silent",
  steps: [
    { run: "aws scheduler get-schedule" },
    deployAgain,
    { run: "aws lambda invoke --function-name hemvist-follow-up:live" },
  ],
};
