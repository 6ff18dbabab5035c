import { inWords, type Terminal } from "@hemvist/cli/voice";
import type { Company } from "../parties/company.ts";
import { playEach } from "./play-sample.ts";
import type { Sample } from "./samples.ts";

/** Sends every sample at the sandbox's own time. Time is not moved. Returns whether each came out as its file says. */
export async function playSamples(
  company: Company,
  {
    samples,
    verbose,
    terminal,
  }: { readonly samples: readonly Sample[]; readonly verbose: boolean; readonly terminal: Terminal },
): Promise<boolean> {
  const played = await playEach(company, { samples, verbose, say: terminal.out });
  const good = played.filter(({ asExpected }) => asExpected).length;
  terminal.out("");
  terminal.out(
    inWords(
      {
        sv: `${good} av ${played.length} exempel blev som deras filer säger.`,
        en: `${good} of ${played.length} samples came out as their files say.`,
      },
      terminal,
    ),
  );
  return good === played.length;
}
