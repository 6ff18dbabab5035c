import { assignmentIdOf } from "@hemvist/casework";
import type { Dice } from "../../packages/sandbox/synthetic/dice.ts";
import { daysFrom } from "./days.ts";
import type { Life } from "./made-up-years.ts";
import { type Report, report } from "./messages.ts";

/** An intervention as its parties know it: how far it has come, and what is on its way. */
export interface Known {
  status: "requested" | "received" | "accepted" | "in-progress" | "on-hold" | "ended" | "taken-back";
  /** The last day on which something happened to it. */
  lastDay: string;
  next?: { readonly report: Report; readonly heardOn: string } | undefined;
}

/**
 * What happens to it next, if anything, and when hemvist gets the report: seldom at once, and sometimes months later.
 */
export function next(
  { dice, decision, today, heard }: Life,
  interventionId: string,
  { status, lastDay }: Known,
): Known["next"] {
  const step = stepFrom(status, dice);
  if (step === undefined) return undefined;
  const { to, soon, late } = step;
  const on = daysFrom(lastDay, dice.chance(0.5) ? dice.upTo(soon) : soon + dice.upTo(late));
  const lag = dice.chance(0.6) ? 0 : dice.chance(0.7) ? dice.upTo(20) : 30 + dice.upTo(150);
  const heardOn = daysFrom(on, lag);
  const assignmentId = assignmentIdOf(decision, interventionId);
  const from = decision.interventions.find((each) => each.interventionId === interventionId)?.from;
  const occurredAt = `${on}T08:00:00Z`;
  return {
    report: report(to, { assignmentId, occurredAt, expectedStartOn: from, number: heard.length }),
    heardOn: heardOn < today ? today : heardOn,
  };
}

interface Step {
  readonly to: Report["status"];
  /** In half of the cases within so many days, in the others after that and within so many more. */
  readonly soon: number;
  readonly late: number;
}

function stepFrom(status: Known["status"], dice: Dice): Step | undefined {
  switch (status) {
    case "requested":
      return dice.chance(0.95) ? { to: "received", soon: 5, late: 30 } : undefined;
    case "received":
      return { to: dice.chance(0.9) ? "accepted" : "rejected", soon: 5, late: 20 };
    case "accepted":
      if (dice.chance(0.1)) return undefined;
      if (dice.chance(0.1)) return { to: "failed", soon: 20, late: 60 };
      return { to: "in-progress", soon: 30, late: 160 };
    case "in-progress":
      if (dice.chance(0.2)) return undefined;
      if (dice.chance(0.6)) return { to: "on-hold", soon: 20, late: 150 };
      return dice.chance(0.6)
        ? { to: "completed", soon: 50, late: 150 }
        : { to: "failed", soon: 20, late: 100 };
    case "on-hold":
      if (dice.chance(0.15)) return undefined;
      return { to: dice.chance(0.85) ? "in-progress" : "failed", soon: 50, late: 150 };
    case "ended":
    case "taken-back":
      return undefined;
  }
}
