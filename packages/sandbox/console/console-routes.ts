import { civilDateAt } from "@hemvist/rules";
import { ok, refused } from "../http/answers.ts";
import { issuerOf } from "../http/issuer.ts";
import type { Route, Sandbox } from "../http/sandbox-api.ts";
import { alarmShown } from "./alarms.ts";
import { dashboardDrawn } from "./dashboards/drawn.ts";
import { titleOf } from "./dashboards/title.ts";
import { byDay, dueOf } from "./due.ts";
import { decisionOf, flowOf } from "./flow.ts";
import { lettersOf } from "./letters.ts";
import { lifeOf, rowOf } from "./life.ts";
import { pageFile } from "./page-files.ts";
import { lyingOn, messageRow, queueRow } from "./queues.ts";
import type {
  Alarms,
  Changed,
  DashboardShown,
  Dashboards,
  Decisions,
  Due,
  Flow,
  Life,
  Messages,
  Queues,
} from "./shown.ts";

/** The console's page, and what it reads. Each address is read only: the page moves the clock as any client does. */
export const consoleRoutes: readonly Route[] = [
  { path: /^\/_sandbox\/console$/, method: "GET", act: () => pageFile("index.html") },
  {
    path: /^\/_sandbox\/console\/([a-z]+\.[a-z]+)$/,
    method: "GET",
    act: (_sandbox, _request, name) => pageFile(name),
  },
  { path: /^\/_sandbox\/console\/data\/changes\/(\d+)$/, method: "GET", act: changes },
  { path: /^\/_sandbox\/console\/data\/flow$/, method: "GET", act: flow },
  { path: /^\/_sandbox\/console\/data\/queues$/, method: "GET", act: queues },
  { path: /^\/_sandbox\/console\/data\/queues\/([^/]+)$/, method: "GET", act: messages },
  { path: /^\/_sandbox\/console\/data\/alarms$/, method: "GET", act: alarms },
  { path: /^\/_sandbox\/console\/data\/dashboards$/, method: "GET", act: dashboards },
  { path: /^\/_sandbox\/console\/data\/dashboards\/([^/]+)$/, method: "GET", act: dashboard },
  { path: /^\/_sandbox\/console\/data\/due$/, method: "GET", act: due },
  { path: /^\/_sandbox\/console\/data\/decisions$/, method: "GET", act: decisions },
  { path: /^\/_sandbox\/console\/data\/decisions\/([^/]+)$/, method: "GET", act: life },
];

const nowOf = ({ clock }: Sandbox): string => clock.now();

const municipalityOf = ({ system }: Sandbox) => issuerOf(system).municipality;

async function changes(sandbox: Sandbox, _request: unknown, seen: string) {
  const count = await sandbox.changes.after(Number(seen));
  return ok({ now: nowOf(sandbox), count } satisfies Changed);
}

async function flow(sandbox: Sandbox) {
  const records = await sandbox.seen.records();
  const deliveredAt = await sandbox.seen.deliveredAt();
  const municipality = municipalityOf(sandbox);
  return ok(flowOf({ records, deliveredAt, now: nowOf(sandbox), municipality }) satisfies Flow);
}

/** How many messages of a queue are listed, and how many dead letters. */
const mostListed = 50;

async function queues(sandbox: Sandbox) {
  const lying = await lyingOn(sandbox.system);
  const context = { now: nowOf(sandbox), municipality: municipalityOf(sandbox) };
  const letters = lettersOf(lying, context);
  return ok({
    now: context.now,
    queues: lying.map((one) => queueRow(one, context)),
    letters: letters.slice(0, mostListed),
    lettersInAll: letters.length,
  } satisfies Queues);
}

async function messages(sandbox: Sandbox, _request: unknown, name: string) {
  if (!sandbox.system.queueNames().includes(name)) return refused("not-found");
  const lying = await sandbox.system.messagesOn(name);
  return ok({
    now: nowOf(sandbox),
    name,
    count: lying.length,
    messages: lying.slice(0, mostListed).map(messageRow),
  } satisfies Messages);
}

async function due(sandbox: Sandbox) {
  const today = civilDateAt(nowOf(sandbox));
  const municipality = municipalityOf(sandbox);
  const records = await sandbox.seen.records();
  const items = records.flatMap((record) => dueOf(record, { today, municipality })).toSorted(byDay);
  return ok({ now: nowOf(sandbox), today, items } satisfies Due);
}

async function decisions(sandbox: Sandbox) {
  const municipality = municipalityOf(sandbox);
  const rows = (await sandbox.seen.records()).map((record) => rowOf(record, municipality));
  return ok({
    now: nowOf(sandbox),
    decisions: rows.toSorted((a, b) => (a.changedAt < b.changedAt ? 1 : -1)),
  } satisfies Decisions);
}

async function life(sandbox: Sandbox, _request: unknown, id: string) {
  const record = decisionOf(await sandbox.seen.records(), id);
  if (record === undefined) return refused("not-found");
  const now = nowOf(sandbox);
  const municipality = municipalityOf(sandbox);
  return ok({
    now,
    ...lifeOf(record, now, municipality),
    awaited: dueOf(record, { today: civilDateAt(now), municipality }).toSorted(byDay),
  } satisfies Life);
}

async function alarms(sandbox: Sandbox) {
  const all = await sandbox.seen.alarms();
  return ok({ now: nowOf(sandbox), alarms: all.map(alarmShown) } satisfies Alarms);
}

function dashboards(sandbox: Sandbox) {
  const all = sandbox.system.dashboards().map(({ name, body }) => ({ name, ...titleOf(name, body) }));
  return ok({ now: nowOf(sandbox), dashboards: all } satisfies Dashboards);
}

async function dashboard(sandbox: Sandbox, _request: unknown, name: string) {
  const declared = sandbox.system.dashboards().find((one) => one.name === name);
  if (declared === undefined) return refused("not-found");
  const now = nowOf(sandbox);
  const drawn = dashboardDrawn(declared, {
    metrics: await sandbox.system.metrics(),
    alarms: await sandbox.seen.alarms(),
    now,
  });
  return ok({ now, ...drawn, title: titleOf(name, declared.body).title } satisfies DashboardShown);
}
