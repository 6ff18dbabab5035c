import { inWords, type Terminal } from "@hemvist/cli/voice";
import type { AlarmHistory, LocalOptions, RunningSystem } from "@hemvist/local";
import type { Bilingual } from "@hemvist/rules";
import { startHemvist } from "../hemvist.ts";
import { inStockholm } from "../voice/printed.ts";
import { balances, restored } from "./ending.ts";
import type { Fault, Step } from "./fault.ts";
import { later, openingOf, operators } from "./opening.ts";
import { commandThat, runbookPath } from "./runbook.ts";
import { type Interference, type Scene, sceneOf } from "./scene.ts";
import { answerHere } from "./shell/aws-here.ts";
import { openShell, type Ran, type Shell } from "./shell/run-command.ts";

const standInPath = "/_rehearsal";

/** What a rehearsal came to. All of it must be so. */
export interface Outcome {
  /** Or no alarm is meant to: a person tells of it. */
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
  const say: Finding["say"] = (text, indent = "") => terminal.out(indent + inWords(text, terminal));
  const interference: Interference = { fails: () => undefined };
  let scene: Scene | undefined;
  terminal.progress({ sv: "Startar hemvist …", en: "Starting hemvist …" });
  const system = await startHemvist({
    startsAt: openingOf(fault),
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
    const alarmWentOff = await found({ system, fault, terminal, say });
    const commandsRan = await doSteps({ fault, scene, shell, terminal });
    terminal.progress({
      sv: "Tiden går, tills larmet är över …",
      en: "Time passes, until the alarm is over …",
    });
    const isRestored = await restored({ scene, fault, shell, say });
    const nothingLost = await balances({ scene, fault, shell, say });
    return { alarmWentOff, commandsRan, isRestored, nothingLost };
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

interface Finding {
  readonly system: RunningSystem;
  readonly fault: Fault;
  readonly terminal: Terminal;
  readonly say: (text: Bilingual, indent?: string) => void;
}

/** Waits for the alarm, or says who tells of the fault where no alarm does. */
async function found({ system, fault, terminal, say }: Finding): Promise<boolean> {
  if (!("alarm" in fault)) {
    say(fault.told, "  ");
    sayRunbook(fault, say);
    return true;
  }
  terminal.progress({ sv: "Tiden går, tills larmet går …", en: "Time passes, until the alarm goes off …" });
  const history = await untilAlarm(system, fault);
  sayAlarm(history, fault, say);
  for (const { alarm } of await callersOf(system, fault))
    say({ sv: `Larmar genom: ${alarm.name}`, en: `Calls through: ${alarm.name}` }, "  ");
  return history !== undefined;
}

type Alarmed = Extract<Fault, { readonly alarm: string }>;

async function untilAlarm(
  system: RunningSystem,
  { alarm, within }: Alarmed,
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
const callersOf = async (system: RunningSystem, fault: Alarmed): Promise<readonly AlarmHistory[]> =>
  (await system.alarms()).filter(
    ({ alarm, state, changes }) =>
      alarm.kind === "composite" &&
      alarm.rule.names.includes(fault.alarm) &&
      state === "ALARM" &&
      changes.at(-1)?.actedAt !== undefined,
  );

function sayAlarm(history: AlarmHistory | undefined, fault: Alarmed, say: Finding["say"]): void {
  if (history === undefined) {
    say({ sv: `LARMET GICK INTE: ${fault.alarm}`, en: `THE ALARM DID NOT GO OFF: ${fault.alarm}` }, "  ");
    return;
  }
  const at = inStockholm(new Date(history.changes.at(-1)?.at ?? 0).toISOString());
  say({ sv: `${at}  Larm: ${fault.alarm}`, en: `${at}  Alarm: ${fault.alarm}` }, "  ");
  // The runbook stands below, as a file of this folder.
  for (const line of history.alarm.description.split("\n").filter((text) => !text.startsWith("Runbook:")))
    say({ sv: line, en: line }, "  ");
  sayRunbook(fault, say);
}

const sayRunbook = ({ runbook }: Fault, say: Finding["say"]): void =>
  say({ sv: `Handbok: ${runbookPath(runbook)}`, en: `Runbook: ${runbookPath(runbook)}` }, "  ");

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
  const ran = await shell.run(command, operators[step.bySecond === true ? "second" : "first"]);
  step.keep?.(ran.out, scene);
  await scene.rest();
  for (const line of shownLines(ran)) terminal.out(`      ${line}`);
  const isAsMeant = (step.ends ?? [0]).includes(ran.status) && (step.prints?.test(ran.out) ?? true);
  if (!isAsMeant) terminal.out(`      ! ${ran.status} ${step.prints?.source ?? ""}`);
  return isAsMeant;
}

const shownLines = ({ out, error }: Ran): readonly string[] => {
  const lines = `${out}${error}`.split("\n").filter((line) => line.trim() !== "");
  return lines.length <= MOST_LINES ? lines : [...lines.slice(0, MOST_LINES - 1), `… (${lines.length})`];
};
const MOST_LINES = 6;
