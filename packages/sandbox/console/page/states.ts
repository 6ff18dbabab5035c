import type { AlarmStateShown, Tone } from "../shown.ts";
import { tag } from "./parts.ts";

const states: Readonly<Record<AlarmStateShown, { readonly name: string; readonly tone: Tone }>> = {
  ALARM: { name: "larm", tone: "bad" },
  OK: { name: "lugnt", tone: "good" },
  INSUFFICIENT_DATA: { name: "inga värden än", tone: "plain" },
  missing: { name: "finns inte", tone: "late" },
};

export const stateTag = (state: AlarmStateShown): HTMLElement => tag(states[state].name, states[state].tone);
