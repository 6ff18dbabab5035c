import { inWords, type Terminal } from "@hemvist/cli/voice";
import type { RunningSystem } from "@hemvist/local";
import { type Bilingual, isTrial } from "@hemvist/rules";
import type { Clock } from "../clock/clock.ts";
import { clientOf } from "../parties/parties.ts";
import { queuesByParty } from "../parties/queues-by-party.ts";
import type { Wanted } from "./npm-start.ts";
import { whatToTry } from "./what-to-try.ts";

/** Addresses, the clock, and what each kind of reader may try next. */
export function sayWhatIsHere({
  system,
  clock,
  wanted,
  terminal,
}: {
  readonly system: RunningSystem;
  readonly clock: Clock;
  readonly wanted: Wanted;
  readonly terminal: Terminal;
}): void {
  const say = (text: Bilingual, indent = ""): void => terminal.out(indent + inWords(text, terminal));
  terminal.out("");
  say({ sv: `API:t svarar på ${system.apiUrl}.`, en: `The API answers at ${system.apiUrl}.` });
  say({
    sv: `Konsolen visar flödet, köerna och det som ska följas upp: ${system.apiUrl}/_sandbox/console`,
    en: `The console shows the flow, the queues and what is due: ${system.apiUrl}/_sandbox/console`,
  });
  say({
    sv: `AWS-klienter anropar ${system.awsEndpoint}. Varje parts klient, nycklar och köer: ${system.apiUrl}/_sandbox`,
    en: `AWS clients call ${system.awsEndpoint}. The client, keys and queues of each party: ${system.apiUrl}/_sandbox`,
  });
  say({
    sv: `Parternas klienter hämtar sin token på ${system.apiUrl}/oauth2/token:`,
    en: `The parties' clients fetch their tokens at ${system.apiUrl}/oauth2/token:`,
  });
  for (const party of queuesByParty(system.queueNames()).keys()) {
    if (isTrial(party)) continue;
    const { clientId, clientSecret } = clientOf(system, party);
    terminal.out(`    ${clientId}:${clientSecret}`);
  }
  say(clockSaid(clock.now(), wanted));
  for (const { reader, says, commands } of whatToTry({ system, isEmpty: wanted.plays === "nothing" })) {
    terminal.out("");
    say(reader);
    say(says, "  ");
    for (const command of commands) terminal.out(`    ${command}`);
  }
  terminal.out("");
  say({ sv: "Ctrl-C avslutar.", en: "Ctrl-C ends it." });
}

function clockSaid(now: string, { startsAt }: Wanted): Bilingual {
  return startsAt === undefined
    ? {
        sv: `Klockan visar den verkliga tiden: ${now}. Den går bara framåt.`,
        en: `The clock shows the real time: ${now}. It goes forward only.`,
      }
    : {
        sv: `Klockan visar ${now} och går vidare. Den går bara framåt.`,
        en: `The clock shows ${now} and goes on. It goes forward only.`,
      };
}
