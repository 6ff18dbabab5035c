import { type AccessFault, answers } from "@hemvist/operations/asking";
import type { Bilingual } from "@hemvist/rules";
import { flags } from "../../flags.ts";
import { inWords, type Voice } from "../../voice/in-words.ts";
import type { Command } from "../command.ts";
import { Stopped } from "../stopped.ts";

/** Only reads, and shows nothing of an access. Safe in production at any time. */
export const verifyCommand: Command = {
  name: "verify",
  usage: "[--party PARTY] [--day DAY] [--json]",
  summary: {
    sv: "Kontrollerar att åtkomstloggen är orörd: inget ändrat, flyttat eller borttaget.",
    en: "Checks that the access log is untouched: nothing changed, moved or removed.",
  },
  runbook: "access-log",
  flags: [flags.loggedParty, flags.day],
  async run(given, { operate, terminal }) {
    const [party, day] = [given.value(flags.loggedParty), given.value(flags.day)];
    const which = { ...(party === undefined ? {} : { party }), ...(day === undefined ? {} : { day }) };
    const faults: AccessFault[] = [];
    let faulty = 0;
    let entries = 0;
    let goOn: string | undefined;
    do {
      if (operate.isStopped()) throw new Stopped();
      terminal.progress({ sv: `${entries} poster lästa …`, en: `${entries} entries read …` });
      const asked = { ...which, ...(goOn === undefined ? {} : { goOn }) };
      const part = await operate.ask("audit-verify", asked, answers["audit-verify"]);
      faults.push(...part.faults);
      faulty += part.faulty;
      entries += part.entries;
      goOn = part.goOn;
    } while (goOn !== undefined);
    return {
      text: verifiedText({ faults, faulty, entries }, terminal),
      json: { entries, faulty, faults },
      allWell: faulty === 0,
    };
  },
};

interface Verified {
  readonly faults: readonly AccessFault[];
  readonly faulty: number;
  readonly entries: number;
}

const meaning: Readonly<Record<AccessFault["kind"], Bilingual>> = {
  changed: { sv: "är inte vad hemvist skrev", en: "is not what hemvist wrote" },
  moved: { sv: "hör inte hemma där den ligger", en: "does not belong where it lies" },
  missing: { sv: "saknas", en: "missing" },
  cut: {
    sv: "saknas, och var de nyaste när loggen senast kontrollerades",
    en: "missing, and the newest when the log was last checked",
  },
};

function verifiedText({ faults, faulty, entries }: Verified, voice: Voice): string {
  const say = (text: Bilingual): string => inWords(text, voice);
  return [
    say({ sv: `${entries} poster lästa.`, en: `${entries} entries read.` }),
    ...faults.map((fault) => faultLine(fault, voice)),
    ...(faulty > faults.length ? [`… ${faulty - faults.length} ${say({ sv: "till", en: "more" })}`] : []),
    faulty === 0
      ? say({ sv: "Allt är som det skrevs.", en: "Everything is as it was written." })
      : say({
          sv: `Loggen är inte orörd: ${faulty} fel.`,
          en: `The log is not untouched: ${faulty} faults.`,
        }),
  ].join("\n");
}

function faultLine({ kind, chain, sequence, upTo = sequence, day }: AccessFault, voice: Voice): string {
  const place = sequence === upTo ? `${sequence}` : `${sequence}-${upTo}`;
  return [
    `! ${chain}`,
    ...(day === undefined ? [] : [day]),
    `${inWords({ sv: "post", en: "entry" }, voice)} ${place}`,
    `${kind}: ${inWords(meaning[kind], voice)}`,
  ].join("  ");
}
