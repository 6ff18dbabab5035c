import { parseArgs } from "node:util";

export const usage = `npm run deploy -- --stage test|production [--plan | --yes | --back]

Synthesises the stage, says what would be created, changed, replaced and deleted, looks at the account, and asks. Then it
deploys, asks the API whether it answers, sends a trial decision through it, and says what is left to do by hand.

--plan  says all that, and deploys nothing
--yes   asks nothing: for a pipeline. If the API or the trial decision then fails, it moves \`live\` back
--back  moves \`live\` of every function back to the version before, and does nothing else

It refuses to replace or delete what cannot be made again: tables, queues, keys, buckets, logs and the parties' clients.
The exit status is 1 if something stops the deployment, and 2 if --plan found changes.`;

export interface Asked {
  readonly stage: "test" | "production";
  readonly act: "deploy" | "plan" | "back";
  /** A pipeline deploys, and no person answers a question. */
  readonly unattended: boolean;
}

/** The command line is not understood. The message is one sentence for the person who wrote it. */
export class NotUnderstood extends Error {
  override readonly name = "NotUnderstood";
}

const switches = { plan: "plan", back: "back" } as const;

/** @throws NotUnderstood */
export function askedFor(args: readonly string[]): Asked | "help" {
  const { stage, plan, yes, back, help } = optionsIn(args);
  if (help === true) return "help";
  if (stage !== "test" && stage !== "production")
    throw new NotUnderstood(
      stage === undefined
        ? "Name the stage: --stage test or --stage production. No stage is the default."
        : `--stage is test or production, not ${stage}.`,
    );
  const chosen = [plan === true && "--plan", yes === true && "--yes", back === true && "--back"].filter(
    Boolean,
  );
  if (plan === true && chosen.length > 1) throw new NotUnderstood(`--plan does not go with ${chosen[1]}.`);
  const act = plan === true ? switches.plan : back === true ? switches.back : "deploy";
  return { stage, act, unattended: yes === true };
}

function optionsIn(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        stage: { type: "string" },
        plan: { type: "boolean" },
        yes: { type: "boolean" },
        back: { type: "boolean" },
        help: { type: "boolean" },
      },
    }).values;
  } catch (error) {
    // Node says what is not understood in the first sentence, and how to write it otherwise in the next.
    if (error instanceof TypeError) throw new NotUnderstood(`${error.message.split(/\.\s/)[0]}.`);
    throw error;
  }
}
