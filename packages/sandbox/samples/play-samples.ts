import { inWords, type Terminal } from "@hemvist/cli/voice";
import type { Bilingual } from "@hemvist/rules";
import type { Company } from "../parties/company.ts";
import { opening } from "./play.ts";
import { playEach } from "./play-sample.ts";
import type { Sample } from "./samples.ts";

const tooEarly: Bilingual = {
  sv: `De flesta exempel är beslutade ${opening.slice(0, 10)}. Klockan visar en tidigare dag, så hemvist skickar tillbaka dem.`,
  en: `Most samples were decided on ${opening.slice(0, 10)}. The clock shows an earlier day, so hemvist returns them.`,
};

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
  if (company.system.now() < opening) terminal.out(inWords(tooEarly, terminal));
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
