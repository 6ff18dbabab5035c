import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import type { Bilingual } from "@hemvist/rules";
import { Refusal } from "./refusal.ts";

/** What stands for standard input where a file is wanted. */
export const standardInput = "-";

/**
 * A file's text, or that of standard input.
 * @throws Refusal that names the file and says why it cannot be read
 */
export async function textOf(path: string): Promise<string> {
  try {
    return path === standardInput ? await text(process.stdin) : await readFile(path, "utf8");
  } catch (error) {
    throw new Refusal(whyNotRead(path, error));
  }
}

/** Why a file or a folder cannot be read, by what the operating system answers. */
export function whyNotRead(path: string, error: unknown): Bilingual {
  const code = codeOf(error);
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return { sv: `${path} finns inte.`, en: `There is no ${path}.` };
    case "EISDIR":
      return { sv: `${path} är en mapp: ange en fil.`, en: `${path} is a folder: give a file.` };
    case "EACCES":
    case "EPERM":
      return { sv: `Du får inte läsa ${path}.`, en: `You may not read ${path}.` };
    default:
      return { sv: `${path} går inte att läsa (${code}).`, en: `${path} cannot be read (${code}).` };
  }
}

/** Why nothing can be written in a folder. */
export function whyNotWritten(path: string, error: unknown): Bilingual {
  const code = codeOf(error);
  switch (code) {
    case "EEXIST":
    case "ENOTDIR":
      return { sv: `${path} är ingen mapp: ange en mapp.`, en: `${path} is no folder: give a folder.` };
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return { sv: `Du får inte skriva i ${path}.`, en: `You may not write in ${path}.` };
    case "ENOSPC":
      return { sv: `Disken är full: ${path}.`, en: `The disk is full: ${path}.` };
    default:
      return {
        sv: `Det går inte att skriva i ${path} (${code}).`,
        en: `${path} cannot be written to (${code}).`,
      };
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "?";
