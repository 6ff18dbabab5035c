import type { RunningSystem } from "@hemvist/local";
import { fetchToken } from "../../packages/sandbox/parties/access-token.ts";
import { clientOf } from "../../packages/sandbox/parties/parties.ts";
import { environmentOf } from "../../test/support/deployed.ts";
import type { Bundle, Hemvist } from "../baselines/hemvist.ts";
import type { Deployed } from "../deployed.ts";
import { type Figures, figuresOf, measuredBy, together } from "../processes.ts";
import { ofRounds, type Row } from "../rows.ts";
import { inTurn, ratiosOf, spreadOf } from "../statistics.ts";

const rounds = 13;
const contenders = ["hemvist", "outbox", "powertools", "durable-execution", "bare-calls"] as const;

/** Decisions taken in and handed on, on the same local engines, beside each baseline and beside the calls alone. */
export async function endToEnd(
  say: (progress: string) => void,
  { templates, functions }: Deployed,
  system: RunningSystem,
): Promise<readonly Row[]> {
  const deployed: Hemvist = {
    receiveDecision: bundleOf("hemvist-receive-decision"),
    handOff: bundleOf("hemvist-hand-off"),
    token: await fetchToken(clientOf(system, "sf-centrum")),
  };

  function bundleOf(name: string): Bundle {
    const found = functions.find((its) => its.name === name);
    if (found === undefined) throw new Error(`there is no ${name}`);
    return { bundle: found.bundle, environment: environmentOf(system, name) };
  }

  const runs: Figures[] = [];
  for (let round = 0; round < rounds; round += 1)
    for (const contender of inTurn(contenders, round)) {
      say(`end to end, round ${round + 1} of ${rounds}: ${contender}`);
      runs.push(await measuredBy("rounds/end-to-end.ts", [contender, templates, JSON.stringify(deployed)]));
    }
  return rowsOf(together(runs));
}

function rowsOf(figures: Figures): readonly Row[] {
  const of = (name: string): readonly number[] => figuresOf(figures, name);
  const median = (name: string): string => spreadOf(of(name)).median.toFixed(1);
  const spent = (name: string): readonly number[] => of(`${name}:processor`);
  const elapsed = (name: string): string => spreadOf(ratiosOf(of(name), of("hemvist"))).median.toFixed(2);
  const beside = (name: string, atLeast: number, what: string): Row => ({
    what: `end to end beside ${what}`,
    unit: "×",
    bound: { atLeast },
    ...ofRounds(ratiosOf(spent(name), spent("hemvist"))),
    note: `processor time of functions and engines for a decision: ${median("hemvist:processor")} ms beside ${median(`${name}:processor`)} ms; by the clock ${elapsed(name)} ×`,
  });
  const baseline = (name: string, what: string): Row => {
    const row = beside(name, 2, what);
    const calls = `${median(`${name}:calls`)} calls for a decision, hemvist ${median("hemvist:calls")}`;
    return {
      ...row,
      note: `${row.note}; ${calls}`,
      whyNot:
        "A call to a local engine has no network, a transaction is one call without its second phase, and a schedule is an entry in a map. hemvist also does what no baseline does: it checks the caller's token, seals each record, keeps what it sent, asks whether the person is protected, and signs. A profile of its process on 2026-11-28, after a thousand decisions, has 11 % of its time in sealing and opening, 6 % in the token, 5 % in signing and 4 % in logs and metrics. The SDK and Node's HTTP have 41 %, and the bare calls alone take three fifths of hemvist's time.",
    };
  };
  return [
    baseline("outbox", "a transactional outbox with a sweeper"),
    baseline("powertools", "Powertools idempotency, put, send and a schedule"),
    baseline("durable-execution", "a durable execution per decision"),
    {
      ...beside("bare-calls", 0.8, "the engines with bare calls of the same sizes"),
      whyNot:
        "hemvist also checks the caller's token, reads, judges, seals, opens, signs and logs. The lines above have the profile of both functions. No part of it has more than 7 %: what is not the SDK's is in many small pieces. With a thousand decisions before the first that is timed, the ratio was the same (0.61).",
    },
  ];
}
