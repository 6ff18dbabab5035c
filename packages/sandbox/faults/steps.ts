import type { Step } from "./fault.ts";
import type { Put } from "./runbook.ts";
import type { Scene } from "./scene.ts";

/** Puts back what differs from the templates. */
export const deployAgain: Step = { run: "npm run deploy -- --stage production", from: "deployment-failed" };

/** Lists what lies aside. Its status is 2 where something does. */
export const lettersListed: Step = { run: "npm run --silent ops -- dead-letters", ends: [0, 2] };

/** The reason that the journal keeps. */
export const incident: Put = ["INC-1234", "INC-REPETITION"];

/** Sends again what lies aside. */
export const redriven: readonly Step[] = [
  { run: "npm run --silent ops -- redrive --dry-run" },
  { run: 'npm run --silent ops -- redrive --reason "INC-1234"', put: () => [incident] },
];

/** The sender has every fault on its inbox. It mends its system, and sends what it meant. */
export const sentAnew = (unreadable: number): Step => ({
  says: {
    sv: "SF Centrum läser felen i sin inkorg, rättar och skickar beslutet på nytt.",
    en: "SF Centrum reads the faults in its inbox, mends its system and sends the decision again.",
  },
  act: async (scene) => {
    const struck = await scene.strikeUnreadable();
    if (struck !== unreadable)
      throw new Error(`the sender has the faults of ${struck} messages, not of ${unreadable}`);
    await scene.decide("SFC-2026-000002");
  },
});

const mapping = "mapping";

/** A person disables the event source mapping on a queue or a stream, by a part of its ARN. */
export function mappingOff({ system: { controls }, memory }: Scene, source: string): void {
  const found = controls.mappings().find(({ sourceArn }) => sourceArn.includes(source));
  if (found === undefined) throw new Error(`there is no event source mapping on ${source}`);
  memory.set(mapping, found.id);
  controls.switchMapping(found.id, false);
}

export const mappingOfTheFault = ({ memory }: Scene): string => String(memory.get(mapping));

const approval = "approval";

/** Keeps the id that a command prints where another person must approve it. */
export const keepApproval = (out: string, { memory }: Scene): void => {
  memory.set(approval, /ops approve (\S+)/.exec(out)?.[1] ?? "");
};

/** Another person approves what the first one asked for. */
export const approvedBySecond: Step = {
  run: "npm run --silent ops -- approve",
  from: "operator-access",
  put: ({ memory }) => [[/5f0c…?/, String(memory.get(approval))], incident],
  bySecond: true,
};

/** More unreadable letters from SF Centrum than one person may discard alone. */
export const discardedByTwo: readonly Step[] = [
  {
    run: "npm run --silent ops -- discard --unreadable --queue decisions-sf-centrum --dry-run",
    from: "dead-letters",
    ends: [0, 2],
  },
  {
    run: "npm run --silent ops -- discard --unreadable --queue decisions-sf-centrum --reason",
    from: "dead-letters",
    put: () => [incident],
    ends: [2],
    keep: keepApproval,
  },
  approvedBySecond,
];
