import type { Instant } from "@hemvist/casework";
import { answers, reasonIn, refuseForgotten } from "@hemvist/operations/asking";
import { flags } from "../flags.ts";
import type { Given } from "../voice/command-line.ts";
import { Refusal } from "../voice/refusal.ts";
import type { Command } from "./command.ts";
import { noteRefused } from "./not-looked-at.ts";
import { replayDone } from "./replay-text.ts";

interface Window {
  readonly from: Instant;
  readonly to: Instant;
}

/** Sends a party the messages of a window again: same ids, same order. */
export const replayCommand: Command = {
  name: "replay",
  usage: "--party PARTY --from INSTANT --to INSTANT (--dry-run | --reason WHY) [--json]",
  summary: {
    sv: "Skickar igen vad en part fått under en tid: samma id, samma ordning.",
    en: "Sends a party again what it was sent in a window: same ids, same order.",
  },
  runbook: "replay",
  flags: [flags.party, flags.fromInstant, flags.toInstant, flags.dryRun, flags.reason],
  async run(given, { operate, terminal }) {
    const party = given.value(flags.party);
    if (party === undefined)
      throw new Refusal({
        sv: "Ange vem med --party, som sf-centrum.",
        en: "Say whom with --party, such as sf-centrum.",
      });
    const window = windowIn(given, new Date().toISOString());
    const reason = given.has(flags.dryRun) ? undefined : reasonIn(given.value(flags.reason));
    const asked = { party, ...window, ...(reason === undefined ? {} : { reason }) };
    const answer = await operate.ask("replay", asked, answers.replay);
    noteRefused(answer.refused, terminal);
    return replayDone(answer, terminal);
  },
};

function windowIn(given: Given, now: Instant): Window {
  const [from, to] = [given.value(flags.fromInstant), given.value(flags.toInstant)];
  if (from === undefined || to === undefined)
    throw new Refusal({
      sv: "Ange vilken tid med --from och --to, som 2026-11-02T09:00:00Z.",
      en: "Which window? Give --from and --to, as 2026-11-02T09:00:00Z.",
    });
  if (from > to) throw new Refusal({ sv: `${from} är efter ${to}.`, en: `${from} is after ${to}.` });
  refuseForgotten(from, now);
  return { from, to };
}
