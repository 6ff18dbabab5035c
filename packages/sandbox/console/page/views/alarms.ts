import type { AlarmShown, Alarms } from "../../shown.ts";
import { el, keep } from "../dom.ts";
import { plural, shortTime } from "../format.ts";
import { section, tableWith } from "../parts.ts";
import { read } from "../source.ts";
import { stateTag } from "../states.ts";
import type { View } from "../view.ts";

/** The templates' alarms, judged by this run's metrics. */
export const alarms: View = {
  path: "larm",
  title: "Larm",
  isListed: true,
  open(main) {
    const summary = el("p", { class: "lead", role: "status" });
    const ringing = el("ul", { class: "ringing" });
    const none = el("p", {}, "Inget larm är på.");
    const changed = tableWith("Larm som har ändrats under körningen", ["När", "Larm", "Läge", "Skickat"]);
    const all = tableWith("Alla larm", ["Larm", "Läge", "Skickas", "Ägare", "Bevakar"]);
    main.append(
      summary,
      section("På nu", none, ringing),
      section("Vad som har hänt", changed.element),
      section("Alla larm", el("details", {}, el("summary", {}, "Visa alla larm"), all.element)),
    );
    return async () => {
      const { alarms: shown } = await read<Alarms>("alarms");
      const on = shown.filter(({ state }) => state === "ALARM");
      const waiting = shown.filter(({ state }) => state === "INSUFFICIENT_DATA");
      summary.textContent = `${plural(on.length, "larm är på", "larm är på")}, ${plural(waiting.length, "har", "har")} ännu inga värden, av ${plural(shown.length, "larm", "larm")}.`;
      none.hidden = on.length > 0;
      keep(ringing, on, { key: ({ name }) => name, make: alarmCard });
      keep(changed.rows, changesIn(shown), { key: ({ at, name }) => `${at} ${name}`, make: changeRow });
      keep(all.rows, shown.toSorted(onFirst), { key: ({ name }) => name, make: alarmRow });
    };
  },
};

const onFirst = (a: AlarmShown, b: AlarmShown): number =>
  Number(b.state === "ALARM") - Number(a.state === "ALARM") || a.name.localeCompare(b.name, "sv");

interface Changed {
  readonly at: string;
  readonly name: string;
  readonly state: AlarmShown["state"];
  readonly actedAt?: string | undefined;
}

const mostChanges = 20;

/** Newest first. An alarm's first look is no change. */
const changesIn = (shown: readonly AlarmShown[]): readonly Changed[] =>
  shown
    .flatMap(({ name, changes, actedAt }) =>
      changes
        .map(({ at, state }, index) => ({ at, name, state, actedAt: index === 0 ? actedAt : undefined }))
        .filter((_, index) => changes.length > 1 && index < changes.length - 1),
    )
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, mostChanges);

const changeRow = ({ at, name, state, actedAt }: Changed): HTMLElement =>
  el(
    "tr",
    {},
    el("td", {}, el("time", { datetime: at }, shortTime(at))),
    el("th", { scope: "row" }, name),
    el("td", {}, stateTag(state)),
    el("td", {}, actedAt === undefined ? "–" : shortTime(actedAt)),
  );

const runbookLink = (address: string): HTMLElement | string =>
  address === ""
    ? ""
    : el("a", { href: address, rel: "noreferrer" }, "Åtgärder: ", address.split("/").at(-1));

function alarmCard({
  name,
  state,
  since,
  severity,
  owner,
  runbook,
  text,
  hurt,
  watches,
}: AlarmShown): HTMLElement {
  return el(
    "li",
    {},
    el("h3", {}, name, " ", stateTag(state)),
    el("p", { lang: "en" }, text),
    hurt !== "" && el("p", { lang: "en" }, el("strong", {}, hurt)),
    el(
      "p",
      {},
      `Skickas: ${severity}. Ägare: ${owner}. På sedan ${since === undefined ? "start" : shortTime(since)}.`,
    ),
    el("p", {}, runbookLink(runbook)),
    el("p", { class: "id" }, watches),
  );
}

const alarmRow = ({ name, state, severity, owner, watches }: AlarmShown): HTMLElement =>
  el(
    "tr",
    {},
    el("th", { scope: "row" }, name),
    el("td", {}, stateTag(state)),
    el("td", {}, severity),
    el("td", {}, owner),
    el("td", { class: "id" }, watches),
  );
