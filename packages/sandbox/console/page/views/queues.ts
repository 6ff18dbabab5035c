import type { MessageRow, Messages, QueueRow, Queues, Tone } from "../../shown.ts";
import { type Child, el, keep } from "../dom.ts";
import { lasting, number, plural, shortTime, since } from "../format.ts";
import { section, tableWith, tag } from "../parts.ts";
import { read } from "../source.ts";
import type { View } from "../view.ts";
import { lettersTable } from "./letters-table.ts";

/** What lies on the queues, and what was set aside. */
export const queues: View = {
  path: "koer",
  title: "Köer",
  isListed: true,
  open(main, chosen) {
    const summary = el("p", { class: "lead" });
    const letters = lettersTable();
    const dead = tableWith("Köer med dödbrev", columns);
    const empty = tableWith("Tomma köer för dödbrev", columns);
    const others = el("details", {}, el("summary", {}, "Visa de tomma"), empty.element);
    const working = tableWith("Parternas köer", columns);
    main.append(summary);
    const listed = chosen === "" ? undefined : messagesOn(main, chosen);
    main.append(
      section("Dödbrev", letters.element, dead.element, others),
      section("Köer", working.element, el("p", { class: "hint" }, erasure)),
    );
    return async () => {
      const { now, queues: all, ...lying } = await read<Queues>("queues");
      const deadLetters = all.filter(({ isDeadLetters }) => isDeadLetters);
      const parties = all.filter(({ isDeadLetters }) => !isDeadLetters);
      summary.textContent = said(deadLetters, parties);
      letters.show(lying);
      const make = (row: Row): HTMLElement => rowOf(row);
      const aged = (rows: readonly QueueRow[]): readonly Row[] =>
        rows.toSorted(nearestToErasure).map((row) => withAge(row, now));
      const filled = deadLetters.filter(({ depth }) => depth > 0);
      dead.element.hidden = filled.length === 0;
      keep(dead.rows, aged(filled), { key: ({ name }) => name, make });
      keep(empty.rows, aged(deadLetters.filter(({ depth }) => depth === 0)), {
        key: ({ name }) => name,
        make,
      });
      keep(working.rows, aged(parties), { key: ({ name }) => name, make });
      await listed?.();
    };
  },
};

const columns = ["Kö", "Äldst", "Djup.", "Part", "Vad", "Läses av"];

const erasure =
  "SQS raderar ett meddelande när hela lagringstiden har gått. Larmen går när 50, 75 och 90 % av den har gått.";

interface Row extends Omit<QueueRow, "oldest"> {
  readonly age: string;
  readonly percentOfKept?: number;
  readonly tone?: Tone;
}

/** Without the instant: a row that looks the same is not made anew. */
const withAge = ({ oldest, ...row }: QueueRow, now: string): Row => {
  if (oldest === undefined) return { ...row, age: "–" };
  const { sentAt, percentOfKept, tone } = oldest;
  return { ...row, age: since(sentAt, now), percentOfKept, tone };
};

/** What SQS erases first comes first. */
const nearestToErasure = (a: QueueRow, b: QueueRow): number =>
  (b.oldest?.percentOfKept ?? -1) - (a.oldest?.percentOfKept ?? -1) ||
  b.depth - a.depth ||
  a.name.localeCompare(b.name, "sv");

const total = (rows: readonly QueueRow[]): number => rows.reduce((sum, { depth }) => sum + depth, 0);

function said(letters: readonly QueueRow[], others: readonly QueueRow[]): string {
  const dead = total(letters);
  const waiting = total(others);
  const first = dead === 0 ? "Inga dödbrev." : `${plural(dead, "dödbrev", "dödbrev")} väntar på driften.`;
  return `${first} ${plural(waiting, "meddelande", "meddelanden")} ligger på ${plural(others.length, "kö", "köer")}.`;
}

function rowOf(row: Row): HTMLElement {
  const { name, party, purpose, reader, depth, age, isDeadLetters } = row;
  return el(
    "tr",
    {},
    el("th", { scope: "row" }, el("a", { href: `#/koer/${encodeURIComponent(name)}` }, name)),
    el("td", {}, el("p", {}, age), ofKept(row)),
    el(
      "td",
      { class: "figure" },
      isDeadLetters && depth > 0 ? tag(`${number(depth)} dödbrev`, "bad") : number(depth),
    ),
    el("td", {}, party),
    el("td", {}, purpose),
    el("td", {}, reader),
  );
}

/** How much of the time has passed after which SQS erases the oldest message. The bar only draws what the text says. */
function ofKept({ percentOfKept, tone = "plain", keptFor }: Row): Child {
  if (percentOfKept === undefined) return undefined;
  const text = `${number(percentOfKept)} % av ${lasting(keptFor * 1000)}`;
  return [
    el("p", {}, tag(text, tone)),
    el("meter", { "aria-hidden": "true", min: 0, max: 100, value: percentOfKept, class: tone }),
  ];
}

/** What lies on one queue. Only envelopes: what a message says of a person stays on the queue. */
function messagesOn(main: HTMLElement, name: string): () => Promise<void> {
  const messages = tableWith(`Meddelanden på ${name}`, ["Skickat", "Typ", "Gäller", "Meddelandets id"]);
  const count = el("p", {});
  main.append(section(name, count, messages.element, el("p", {}, el("a", { href: "#/koer" }, "Alla köer"))));
  return async () => {
    const shown = await read<Messages>(`queues/${encodeURIComponent(name)}`);
    count.textContent =
      shown.count > shown.messages.length
        ? `${number(shown.count)} meddelanden. De ${shown.messages.length} äldsta visas.`
        : plural(shown.count, "meddelande", "meddelanden");
    keep(messages.rows, shown.messages, { key: ({ id }) => id, make: messageRow });
  };
}

const messageRow = ({ id, sentAt, type, subject }: MessageRow): HTMLElement =>
  el(
    "tr",
    {},
    el("td", {}, el("time", { datetime: sentAt }, shortTime(sentAt))),
    el("td", {}, type),
    el("td", {}, subject),
    el("td", { class: "id" }, id),
  );
