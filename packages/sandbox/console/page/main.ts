import type { Changed } from "../shown.ts";
import { byId, el } from "./dom.ts";
import { longTime } from "./format.ts";
import { move, onMoved } from "./moving.ts";
import { read } from "./source.ts";
import type { View } from "./view.ts";
import { alarms } from "./views/alarms.ts";
import { dashboard } from "./views/dashboard.ts";
import { dashboards } from "./views/dashboards.ts";
import { decision } from "./views/decision.ts";
import { decisions } from "./views/decisions.ts";
import { due } from "./views/due.ts";
import { flow } from "./views/flow.ts";
import { queues } from "./views/queues.ts";

/** The first one is shown where the address names none. */
const views: readonly [View, ...View[]] = [
  flow,
  queues,
  due,
  decisions,
  decision,
  alarms,
  dashboards,
  dashboard,
];

const main = byId("innehall");
const status = byId("status");
const clock = byId("now");

interface Opened {
  readonly hash: string;
  readonly refresh: () => Promise<void>;
}

let opened: Opened | undefined;
let isRefreshing = false;

/** What the address says after `#/`: a view, and what it is about. */
function addressed(): { readonly view: View; readonly argument: string } {
  const [path = "", ...rest] = location.hash.replace(/^#\/?/, "").split("/");
  const argument = decoded(rest.join("/"));
  const named = views.find((view) => view.path === (argument === "" ? path : `${path}/`));
  return { view: named ?? views.find((view) => view.path === path) ?? views[0], argument };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

async function open(): Promise<void> {
  if (location.hash === "#innehall") return;
  const { view, argument } = addressed();
  const isFirst = opened === undefined;
  const title = el("h1", { tabindex: -1 }, view.title);
  const body = el("div");
  main.replaceChildren(title, body);
  main.dataset["view"] = view.path;
  const entitle = (text: string): void => {
    if (title.textContent !== text) title.textContent = text;
    document.title = `${text} – hemvist konsol`;
  };
  entitle(view.title);
  for (const link of byId("views").querySelectorAll("a")) {
    const isHere = link.hash === `#/${view.path.replace(/\/$/, "")}`;
    if (isHere) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  opened = { hash: location.hash, refresh: view.open(body, argument, entitle) };
  if (!isFirst) title.focus();
  await refresh();
}

/** Reads anew what the open view shows. */
async function refresh(): Promise<void> {
  const now = opened;
  if (now === undefined || isRefreshing) return;
  isRefreshing = true;
  try {
    await now.refresh();
    main.dataset["read"] = now.hash;
    document.body.classList.remove("silent");
  } catch (error) {
    document.body.classList.add("silent");
    status.textContent = error instanceof Error ? error.message : "Körningen svarar inte.";
  } finally {
    isRefreshing = false;
  }
  if (now !== opened) await refresh();
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Real milliseconds: changes come in bursts, and the run must get on too. */
const betweenReads = 300;
const afterSilence = 2_000;

async function follow(): Promise<void> {
  for (let seen = 0; ; await pause(betweenReads)) {
    try {
      const { now, count } = await read<Changed>(`changes/${seen}`);
      seen = count;
      clock.textContent = longTime(now);
      clock.setAttribute("datetime", now);
      await refresh();
    } catch {
      document.body.classList.add("silent");
      status.textContent = "Körningen svarar inte.";
      await pause(afterSilence);
    }
  }
}

byId("views").append(
  ...views
    .filter(({ isListed }) => isListed)
    .map(({ path, title }) => el("li", {}, el("a", { href: `#/${path}` }, title))),
);
for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-by]")) {
  const { by = "" } = button.dataset;
  button.addEventListener("click", () => void move({ by }, button));
}
onMoved(() => void refresh());
window.addEventListener("hashchange", () => void open());
void open();
void follow();
