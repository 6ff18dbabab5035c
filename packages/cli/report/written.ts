import { rmSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Issue } from "@hemvist/figures";
import { whyNotWritten } from "../voice/files.ts";
import { interrupted, onInterrupt } from "../voice/interruption.ts";
import { Refusal } from "../voice/refusal.ts";

/** Whether the report was written, or stood there already with the same bytes or with others. */
export type Written = "written" | "the-same" | "another";

export const folderOf = (issue: Issue, out: string): string => join(out, issue.place.replaceAll(":", ""));

/**
 * Writes a report whole or not at all: its folder gets its name when all files are there. It never writes over a report
 * that stands.
 */
export async function written(issue: Issue, out: string): Promise<Written> {
  const folder = folderOf(issue, out);
  const manifest = issue.files.at(-1);
  const standing = await readFile(join(folder, manifest?.name ?? ""), "utf8").catch(() => undefined);
  if (standing !== undefined) return standing === manifest?.body ? "the-same" : "another";
  await writeWhole(issue, folder).catch((error: unknown) => {
    if (!isFromSystem(error)) throw error;
    throw new Refusal(
      isUnfinished(error)
        ? {
            sv: `I ${folder} finns en rapport som inte är färdig: ta bort mappen först.`,
            en: `${folder} holds a report that is not whole: remove the folder first.`,
          }
        : whyNotWritten(out, error),
    );
  });
  return "written";
}

async function writeWhole({ files }: Issue, folder: string): Promise<void> {
  const part = `${folder}.part`;
  let made = part;
  const undo = (): void => rmSync(made, { recursive: true, force: true });
  const takeBack = onInterrupt(() => {
    undo();
    process.exit(interrupted);
  });
  try {
    made = (await mkdir(dirname(folder), { recursive: true })) ?? part;
    await mkdir(part);
    for (const { name, body } of files) await writeFile(join(part, name), body);
    await rename(part, folder);
  } catch (error) {
    undo();
    throw error;
  } finally {
    takeBack();
  }
}

/** Any other error is a fault in hemvist. */
const isFromSystem = (error: unknown): boolean => error instanceof Error && "syscall" in error;

const isUnfinished = (error: unknown): boolean =>
  error instanceof Error && "syscall" in error && error.syscall === "rename";
