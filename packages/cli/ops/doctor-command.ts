import { answers } from "@hemvist/operations/asking";
import type { Command } from "./command.ts";
import { doctorText, isSound } from "./doctor-text.ts";

/** Has every function look for what its settings name. Each only reads. Safe in production at any time. */
export const doctorCommand: Command = {
  name: "doctor",
  usage: "[--json]",
  summary: {
    sv: "Låter varje funktion kontrollera sina tabeller, nycklar, köer och lagringsplatser; den läser bara.",
    en: "Has every function check its tables, keys, queues and buckets; it only reads.",
  },
  runbook: "function-errors",
  flags: [],
  async run(_given, { operate, terminal }) {
    terminal.progress({ sv: "Funktionerna kontrollerar sig …", en: "The functions check themselves …" });
    const { functions } = await operate.ask("doctor", {}, answers.doctor);
    return { text: doctorText(functions, terminal), json: { functions }, allWell: functions.every(isSound) };
  },
};
