import type { MessageRow, Messages, QueueRow, Queues } from "../../shown.ts";
import { el, keep } from "../dom.ts";
import { number, plural, shortTime, since } from "../format.ts";
import { section, tableWith, tag } from "../parts.ts";
import { read } from "../source.ts";
import type { View } from "../view.ts";

/** What lies on the queues, and what was set aside. */
export const queues: View = {
  path: "koer",
  title: "Köer",
  isListed: true,
  open(main, chosen) {
    const summary = el("p", { class: "lead" });
    const dead = tableWith("Det som inte gick att ta emot", columns);
    const empty = tableWith("Tomma köer för dödbrev", columns);
    const others = el("details", {}, el("summary", {}, "Visa de tomma"), empty.element);
    const working = tableWith("Parternas köer", columns);
    main.append(summary);
    const listed = chosen === "" ? undefined : messagesOn(main, chosen);
    main.append(section("Dödbrev", dead.element, others), section("Köer", working.element));
    return async () => {
      const { now, queues: all } = await read<Queues>("queues");
      const letters = all.filter(({ isDeadLetters }) => isDeadLetters);
      const parties = all.filter(({ isDeadLetters }) => !isDeadLetters);
      summary.textContent = said(letters, parties);
      const make = (row: Row): HTMLElement => rowOf(row);
      const aged = (rows: readonly QueueRow[]): readonly Row[] =>
        rows.toSorted(deepestFirst).map((row) => withAge(row, now));
      const filled = letters.filter(({ depth }) => depth > 0);
      dead.element.hidden = filled.length === 0;
      keep(dead.rows, aged(filled), { key: ({ name }) => name, make });
      keep(empty.rows, aged(letters.filter(({ depth }) => depth === 0)), { key: ({ name }) => name, make });
      keep(working.rows, aged(parties), { key: ({ name }) => name, make });
      await listed?.();
    };
  },
};

const columns = ["Kö", "Part", "Vad", "Läses av", "Djup.", "Äldst"];

interface Row extends Omit<QueueRow, "oldestAt"> {
  readonly age: string;
}

const withAge = ({ oldestAt, ...row }: QueueRow, now: string): Row => ({
  ...row,
  age: oldestAt === undefined ? "–" : since(oldestAt, now),
});

const deepestFirst = (a: QueueRow, b: QueueRow): number =>
  b.depth - a.depth || a.name.localeCompare(b.name, "sv");

const total = (rows: readonly QueueRow[]): number => rows.reduce((sum, { depth }) => sum + depth, 0);

function said(letters: readonly QueueRow[], others: readonly QueueRow[]): string {
  const dead = total(letters);
  const waiting = total(others);
  const first = dead === 0 ? "Inga dödbrev." : `${plural(dead, "dödbrev", "dödbrev")} väntar på driften.`;
  return `${first} ${plural(waiting, "meddelande", "meddelanden")} ligger på ${plural(others.length, "kö", "köer")}.`;
}

function rowOf({ name, party, purpose, reader, depth, age, isDeadLetters }: Row): HTMLElement {
  return el(
    "tr",
    {},
    el("th", { scope: "row" }, el("a", { href: `#/koer/${encodeURIComponent(name)}` }, name)),
    el("td", {}, party),
    el("td", {}, purpose),
    el("td", {}, reader),
    el(
      "td",
      { class: "figure" },
      isDeadLetters && depth > 0 ? tag(`${number(depth)} dödbrev`, "bad") : number(depth),
    ),
    el("td", {}, age),
  );
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
