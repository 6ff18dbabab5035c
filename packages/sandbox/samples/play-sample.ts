import type { Company } from "../parties/company.ts";
import { postDecision, sendDecision } from "../parties/senders.ts";
import { bad, detail } from "../voice/printed.ts";
import { type CameOut, inOneLine, isAsExpected, showAnswer } from "./answers.ts";
import type { Sample } from "./samples.ts";

/** One sample, the way it went and what came of it. */
export interface Played {
  readonly sample: Sample;
  readonly way: string;
  readonly cameOut: CameOut;
  readonly asExpected: boolean;
}

interface How {
  readonly samples: readonly Sample[];
  /** Why each was judged as it was, in sentences. */
  readonly verbose: boolean;
  /** Prints a line. */
  readonly say: (text: string) => void;
}

/** Sends each sample, every second over HTTP and the others on a queue, and prints what came of it. */
export async function playEach(company: Company, { samples, verbose, say }: How): Promise<readonly Played[]> {
  const played: Played[] = [];
  const longest = Math.max(...samples.map(({ name }) => name.length));
  for (const [index, sample] of samples.entries()) {
    const sent = index % 2 === 0 ? await postDecision(company, sample) : await sendDecision(company, sample);
    const asExpected = isAsExpected(sent.cameOut, sample.expected);
    if (verbose) say(`\n  ${sample.name}   ${sent.way}`);
    else say(`  ${sample.name.padEnd(longest)}  ${inOneLine(sent.cameOut)}`);
    if (verbose) showAnswer(sent.cameOut);
    if (!asExpected) detail(bad(`its file says ${JSON.stringify(sample.expected)}`));
    played.push({ sample, ...sent, asExpected });
  }
  await company.system.settle();
  return played;
}
