import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inWords, type Terminal } from "@hemvist/cli/voice";
import type { AlarmHistory, LocalOptions, RunningSystem } from "@hemvist/local";
import type { Bilingual } from "@hemvist/rules";
import { startHemvist } from "../hemvist.ts";
import { inStockholm } from "../voice/printed.ts";
import type { Fault, Step } from "./fault.ts";
import { commandThat, runbookPath } from "./runbook.ts";
import { type Interference, type Scene, sceneOf } from "./scene.ts";
import { answerHere } from "./shell/aws-here.ts";
import { openShell, type Ran, type Shell } from "./shell/run-command.ts";

/** A Monday morning in Stockholm. */
const opening = "2026-11-02T09:00:00Z";
const standInPath = "/_rehearsal";
const operator = "an-operator";
const secondOperator = "a-second-operator";

/** What a rehearsal came to. All of it must be so. */
export interface Outcome {
  readonly alarmWentOff: boolean;
  readonly commandsRan: boolean;
  /** The alarm is over, nothing lies aside, and every assignment is with its provider. */
  readonly isRestored: boolean;
  /** What the sender sent and what hemvist has balance. */
  readonly nothingLost: boolean;
}

export const isWell = (outcome: Outcome): boolean => Object.values(outcome).every((holds) => holds);

/** Provokes a fault, waits for its alarm, does what its runbook says, and looks whether all is as it was. */
export async function rehearse(
  fault: Fault,
  terminal: Terminal,
  options: Partial<LocalOptions> = {},
): Promise<Outcome> {
  const say = (text: Bilingual, indent = ""): void => terminal.out(indent + inWords(text, terminal));
  const interference: Interference = { fails: () => undefined };
  let scene: Scene | undefined;
  terminal.progress({ sv: "Startar hemvist …", en: "Starting hemvist …" });
  const system = await startHemvist({
    startsAt: opening,
    retryAfterMs: 50,
    interfere: (call) => interference.fails(call),
    alongside: async ({ url, body }) => {
      if (url !== standInPath || scene === undefined) return undefined;
      const ran = await answerHere(scene, JSON.parse(body.toString("utf8")));
      return { status: 200, headers: { "content-type": "application/json" }, body: JSON.stringify(ran) };
    },
    ...options,
  });
  scene = sceneOf(system, interference);
  const shell = await openShell(system, `${system.apiUrl}${standInPath}`);
  try {
    await before(scene);
    say(fault.says);
    await fault.provoke(scene);
    terminal.progress({ sv: "Tiden går, tills larmet går …", en: "Time passes, until the alarm goes off …" });
    const history = await untilAlarm(system, fault);
    sayAlarm(history, fault, say);
    for (const { alarm } of await callersOf(system, fault))
      say({ sv: `Larmar genom: ${alarm.name}`, en: `Calls through: ${alarm.name}` }, "  ");
    const commandsRan = await doSteps({ fault, scene, shell, terminal });
    terminal.progress({
      sv: "Tiden går, tills larmet är över …",
      en: "Time passes, until the alarm is over …",
    });
    const isRestored = await restored({ scene, fault, shell, say });
    const nothingLost = await balances({ scene, shell, say });
    return { alarmWentOff: history !== undefined, commandsRan, isRestored, nothingLost };
  } finally {
    terminal.progress(undefined);
    await shell.close();
    await system.stop();
  }
}

/** All works: two decisions have come, and their provider has acknowledged what it got. */
async function before(scene: Scene): Promise<void> {
  const { system } = scene;
  await scene.decide("SFC-2026-000001");
  await system.settle();
  await scene.providerReads();
  await system.settle();
  await system.advance(later(system, 20));
}

const later = (system: RunningSystem, minutes: number): string =>
  new Date(Date.parse(system.now()) + minutes * 60_000).toISOString();

async function untilAlarm(
  system: RunningSystem,
  { alarm, within }: Fault,
): Promise<AlarmHistory | undefined> {
  const until = Date.parse(system.now()) + within * 3_600_000;
  while (Date.parse(system.now()) < until) {
    await system.endure(later(system, within > 24 ? 60 : 5));
    const found = (await system.alarms()).find((one) => one.alarm.name === alarm);
    if (found?.state === "ALARM") return found;
  }
  return undefined;
}

/** The composed alarms that have acted for it: one cause calls once. */
const callersOf = async (system: RunningSystem, fault: Fault): Promise<readonly AlarmHistory[]> =>
  (await system.alarms()).filter(
    ({ alarm, state, changes }) =>
      alarm.kind === "composite" &&
      alarm.rule.names.includes(fault.alarm) &&
      state === "ALARM" &&
      changes.at(-1)?.actedAt !== undefined,
  );

function sayAlarm(
  history: AlarmHistory | undefined,
  fault: Fault,
  say: (text: Bilingual, indent?: string) => void,
): void {
  if (history === undefined) {
    say({ sv: `LARMET GICK INTE: ${fault.alarm}`, en: `THE ALARM DID NOT GO OFF: ${fault.alarm}` }, "  ");
    return;
  }
  const at = inStockholm(new Date(history.changes.at(-1)?.at ?? 0).toISOString());
  say({ sv: `${at}  Larm: ${fault.alarm}`, en: `${at}  Alarm: ${fault.alarm}` }, "  ");
  // The runbook stands below, as a file of this folder.
  for (const line of history.alarm.description.split("\n").filter((text) => !text.startsWith("Runbook:")))
    say({ sv: line, en: line }, "  ");
  say({ sv: `Handbok: ${runbookPath(fault.runbook)}`, en: `Runbook: ${runbookPath(fault.runbook)}` }, "  ");
}

interface Doing {
  readonly fault: Fault;
  readonly scene: Scene;
  readonly shell: Shell;
  readonly terminal: Terminal;
}

/** Whether every command is in the runbook, and ended as it should. */
async function doSteps(doing: Doing): Promise<boolean> {
  for (const step of doing.fault.steps) if (!(await isDone(step, doing))) return false;
  return true;
}

async function isDone(step: Step, { fault, scene, shell, terminal }: Doing): Promise<boolean> {
  if ("says" in step) {
    terminal.out(`  · ${inWords(step.says, terminal)}`);
    await step.act(scene);
    await scene.rest();
    return true;
  }
  const command = commandThat(step.from ?? fault.runbook, step.run, step.put?.(scene));
  terminal.out(`  $ ${command}`);
  const ran = await shell.run(command, step.bySecond === true ? secondOperator : operator);
  step.keep?.(ran.out, scene);
  await scene.rest();
  for (const line of shownLines(ran)) terminal.out(`      ${line}`);
  return (step.ends ?? [0]).includes(ran.status);
}

const shownLines = ({ out, error }: Ran): readonly string[] => {
  const lines = `${out}${error}`.split("\n").filter((line) => line.trim() !== "");
  return lines.length <= MOST_LINES ? lines : [...lines.slice(0, MOST_LINES - 1), `… (${lines.length})`];
};
const MOST_LINES = 6;

interface Ending {
  readonly scene: Scene;
  readonly say: (text: Bilingual, indent?: string) => void;
}

async function restored({
  scene,
  fault,
  shell,
  say,
}: Ending & { readonly fault: Fault; readonly shell: Shell }): Promise<boolean> {
  const { system } = scene;
  await scene.providerReads();
  await system.settle();
  const isOver = await untilOver(system, fault);
  await scene.providerReads();
  await system.settle();
  const letters = await shell.run(
    commandThat("dead-letters", "npm run --silent ops -- dead-letters"),
    operator,
  );
  const missing = [...scene.decisions].flatMap((decision) =>
    ["1", "2"]
      .map((number) => `${administrationOf(decision)}.${number}`)
      .filter((id) => !scene.arrived.has(id)),
  );
  say(
    isOver
      ? { sv: "Larmet är över.", en: "The alarm is over." }
      : { sv: `Larmet är inte över: ${fault.alarm}`, en: `The alarm is not over: ${fault.alarm}` },
    "  ",
  );
  const isClear = fault.stays === undefined ? letters.status === 0 : staysOnly(letters.out, fault.stays);
  if (!isClear) say({ sv: `Kvar ligger:\n${letters.out}`, en: `Left behind:\n${letters.out}` }, "  ");
  else if (fault.stays !== undefined) say(fault.stays.says, "  ");
  if (missing.length > 0)
    say({ sv: `Kom aldrig fram: ${missing.join(", ")}`, en: `Never arrived: ${missing.join(", ")}` }, "  ");
  return isOver && isClear && missing.length === 0;
}

/** Whether the list has those letters, and no others. */
function staysOnly(out: string, { letters, verdict }: NonNullable<Fault["stays"]>): boolean {
  const [head = "", ...lines] = out.split("\n").filter((line) => line.trim() !== "");
  const listed = lines.slice(0, -1);
  return head.startsWith("id") && listed.length === letters && listed.every((line) => line.includes(verdict));
}

const administrationOf = (decision: string): string => `sf-centrum.${decision}`;

/** An alarm is over within a day: its longest period is an hour, and it looks back five of them. */
async function untilOver(system: RunningSystem, { alarm }: Fault): Promise<boolean> {
  for (let hour = 0; hour < 24; hour += 1) {
    await system.advance(later(system, 60));
    if ((await system.alarms()).find((one) => one.alarm.name === alarm)?.state === "OK") return true;
  }
  return false;
}

async function balances({ scene, shell, say }: Ending & { readonly shell: Shell }): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), "rehearsal-sent-"));
  try {
    const list = join(folder, "sent.jsonl");
    await writeFile(
      list,
      scene
        .sent()
        .map((line) => JSON.stringify(line))
        .join("\n"),
    );
    const from = opening.slice(0, 10);
    const to = scene.system.now().slice(0, 10);
    const command = commandThat("reconcile", "npm run --silent ops -- reconcile --day", [
      ["--day 2026-11-02", `--from ${from} --to ${to} --sent ${list}`],
    ]);
    const { status, out, error } = await shell.run(command, operator);
    say(
      status === 0
        ? { sv: "Avstämningen stämmer. Inget är förlorat.", en: "The books balance. Nothing is lost." }
        : {
            sv: `Avstämningen stämmer inte:\n${out}${error}`,
            en: `The books do not balance:\n${out}${error}`,
          },
      "  ",
    );
    return status === 0;
  } finally {
    await rm(folder, { recursive: true });
  }
}
