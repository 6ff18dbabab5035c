import { answers, reasonIn } from "@hemvist/operations/asking";
import { flags } from "../flags.ts";
import type { Command } from "./command.ts";
import { discardDone } from "./discard-command.ts";
import { noteRefused } from "./not-looked-at.ts";
import { redriveDone } from "./redrive-command.ts";
import { replayDone } from "./replay-text.ts";

/** Does what another person asked for: to send or discard more than one person may alone. */
export const approveCommand: Command = {
  name: "approve",
  usage: "ID --reason WHY [--json]",
  summary: {
    sv: "Godkänner och gör det som en annan person har begärt: att skicka eller ta bort fler än en person får göra själv.",
    en: "Approves and does what another person asked for: to send or discard more than one person may alone.",
  },
  runbook: "operator-access",
  takes: {
    syntax: "<id>",
    says: { sv: "id som den andra personen fick", en: "the id that the other person got" },
    asksFor: {
      sv: "Ange vad som ska godkännas: det id som den andra personen fick.",
      en: "What is to be approved? Give the id that the other person got.",
    },
  },
  flags: [flags.reason],
  async run(given, { operate, terminal }) {
    const reason = reasonIn(given.value(flags.reason));
    const { discard, redrive, replay } = await operate.ask(
      "approve",
      { pending: given.args[0] ?? "", reason },
      answers.approve,
    );
    noteRefused([...(redrive?.refused ?? []), ...(replay?.refused ?? [])], terminal);
    if (discard !== undefined) return discardDone(discard, terminal);
    if (redrive !== undefined) return redriveDone(redrive, terminal);
    if (replay !== undefined) return replayDone(replay, terminal);
    return { text: "", json: {}, allWell: false };
  },
};
