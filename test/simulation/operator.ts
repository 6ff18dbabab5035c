import type { Letter } from "./ledger.ts";
import type { Platform } from "./platform.ts";
import type { Seeded } from "./seeded.ts";
import { hour, type VirtualTime } from "./virtual-time.ts";

interface Options {
  readonly time: VirtualTime;
  readonly chance: Seeded;
  readonly from: number;
  readonly until: number;
  readonly onRedrivenTwice: () => void;
}

/**
 * Once faults have stopped, somebody sends back what the platform gave up on, twice by mistake now and then, and hands
 * off what the stream set aside.
 */
export function operator(hemvist: Platform, { time, chance, from, until, onRedrivenTwice }: Options): void {
  for (let round = from + hour; round < until; round += 12 * hour) {
    time.at(round, () => {
      redrive(hemvist, { chance, onRedrivenTwice });
      void handOffAgain(hemvist);
    });
  }
}

/** What this version could not read, a newer one may: it is sent back when that is there again. */
const mayBeReadNow = ({ reason }: Letter): boolean => reason === "unreadable: unknown-field";

function redrive(
  { ledger, queue, code }: Platform,
  { chance, onRedrivenTwice }: Pick<Options, "chance" | "onRedrivenTwice">,
): void {
  const letters = ledger.letters.splice(0);
  for (const letter of letters) {
    if (!letter.isExhausted && !(code.hasNext() && mayBeReadNow(letter))) {
      ledger.letters.push(letter);
      continue;
    }
    const { body, group, origin } = letter;
    const times = chance.chance(0.1) ? 2 : 1;
    if (times > 1) onRedrivenTwice();
    for (let time = 0; time < times; time += 1)
      queue(letter.queue).send({ body, origin, ...(group === undefined ? {} : { group }) });
  }
}

async function handOffAgain({ ledger, handOff }: Platform): Promise<void> {
  const changes = ledger.setAside
    .splice(0)
    .sort((a, b) => Number(a.sequenceNumber) - Number(b.sequenceNumber));
  if (changes.length === 0) return;
  for (const { event } of changes.flatMap(({ outbox }) => outbox)) ledger.replayed.add(event.id);
  await handOff(changes.map((change) => ({ ...change, isReadable: true })));
}
