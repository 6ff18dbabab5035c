import { approve } from "../journal/two-people.ts";
import type { AnswerOf } from "../wire/answers.ts";
import { type AskedFor, asked as forms } from "../wire/asked.ts";
import { type On, recordOf } from "./act.ts";
import { discardLetters } from "./discard-letters.ts";
import { redriveLetters } from "./redrive-letters.ts";
import { replayMessages } from "./replay-messages.ts";

/** Does what another person asked for, and this one approves. */
export async function approveAct(asked: AskedFor<"approve">, on: On): Promise<AnswerOf<"approve">> {
  const { command, asked: first, approval } = await approve(recordOf(on), asked);
  const approved: On = { ...on, approval };
  switch (command) {
    case "discard":
      return { discard: await discardLetters(forms.discard.parse(first), approved) };
    case "redrive":
      return { redrive: await redriveLetters(forms.redrive.parse(first), approved) };
    case "replay":
      return { replay: await replayMessages(forms.replay.parse(first), approved) };
  }
}
