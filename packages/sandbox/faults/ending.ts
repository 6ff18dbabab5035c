import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunningSystem } from "@hemvist/local";
import type { Bilingual } from "@hemvist/rules";
import type { Fault } from "./fault.ts";
import { later, openingOf, operators } from "./opening.ts";
import { commandThat } from "./runbook.ts";
import type { Scene } from "./scene.ts";
import type { Shell } from "./shell/run-command.ts";

interface Ending {
  readonly scene: Scene;
  readonly fault: Fault;
  readonly shell: Shell;
  readonly say: (text: Bilingual, indent?: string) => void;
}

/** Whether the alarm is over, nothing lies aside, and every assignment is with its provider. */
export async function restored({ scene, fault, shell, say }: Ending): Promise<boolean> {
  const { system } = scene;
  await scene.providerReads();
  await system.settle();
  const isOver = !("alarm" in fault) || (await untilOver(system, fault.alarm));
  await scene.providerReads();
  await system.settle();
  const letters = await shell.run(
    commandThat("dead-letters", "npm run --silent ops -- dead-letters"),
    operators.first,
  );
  const missing = [...scene.decisions].flatMap((decision) =>
    ["1", "2"]
      .map((number) => `${administrationOf(decision)}.${number}`)
      .filter((id) => !scene.arrived.has(id)),
  );
  if ("alarm" in fault)
    say(
      isOver
        ? { sv: "Larmet är över.", en: "The alarm is over." }
        : { sv: `Larmet är inte över: ${fault.alarm}`, en: `The alarm is not over: ${fault.alarm}` },
      "  ",
    );
  const isClear = letters.status === 0;
  if (!isClear) say({ sv: `Kvar ligger:\n${letters.out}`, en: `Left behind:\n${letters.out}` }, "  ");
  if (missing.length > 0)
    say({ sv: `Kom aldrig fram: ${missing.join(", ")}`, en: `Never arrived: ${missing.join(", ")}` }, "  ");
  return isOver && isClear && missing.length === 0;
}

const administrationOf = (decision: string): string => `sf-centrum.${decision}`;

/** Two days: the longest period of an alarm with a runbook of its own is a day. */
const longestAlarm = 48;

async function untilOver(system: RunningSystem, alarm: string): Promise<boolean> {
  for (let hour = 0; hour < longestAlarm; hour += 1) {
    await system.advance(later(system, 60));
    if ((await system.alarms()).find((one) => one.alarm.name === alarm)?.state === "OK") return true;
  }
  return false;
}

/** Whether what the sender sent and what hemvist has balance. */
export async function balances({ scene, fault, shell, say }: Ending): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), "rehearsal-sent-"));
  try {
    const list = join(folder, "sent.jsonl");
    await writeFile(list, scene.listOfSent());
    const from = openingOf(fault).slice(0, 10);
    const to = scene.system.now().slice(0, 10);
    const command = commandThat("reconcile", "npm run --silent ops -- reconcile --day", [
      ["--day 2026-11-02", `--from ${from} --to ${to} --sent ${list}`],
    ]);
    const { status, out, error } = await shell.run(command, operators.first);
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
