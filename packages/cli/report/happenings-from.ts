import { stat } from "node:fs/promises";
import { municipality } from "@hemvist/operations/municipality";
import type { Bilingual } from "@hemvist/rules";
import {
  type Happening,
  happeningsInFiles,
  happeningsInLines,
  syntheticCity,
} from "@hemvist/sandbox/synthetic";
import { standardInput, textOf, whyNotRead } from "../voice/files.ts";
import { Refusal } from "../voice/refusal.ts";

/** What happened, by the source: a folder, standard input, or a made-up city. */
export async function happeningsFrom(
  source: string,
  note: (text: Bilingual) => void,
): Promise<readonly Happening[]> {
  const [, size] = /^synthetic:(\d{1,6})$/.exec(source) ?? [];
  if (size !== undefined) return madeUp(Number(size));
  if (source.startsWith("synthetic:"))
    throw new Refusal({
      sv: `${source}: ange ett antal beslut, som synthetic:2000.`,
      en: `${source}: give a number of decisions, as synthetic:2000.`,
    });
  const { happenings, unreadable } = await messagesIn(source);
  for (const place of unreadable)
    note({
      sv: `Räknas inte, eftersom meddelandet inte går att läsa: ${place}`,
      en: `Not counted, since the message cannot be read: ${place}`,
    });
  if (happenings.length > 0) return happenings;
  throw new Refusal({
    sv: `Det finns inga meddelanden i ${source}.`,
    en: `There are no messages in ${source}.`,
  });
}

function madeUp(size: number): readonly Happening[] {
  if (size > 0) return syntheticCity(size);
  throw new Refusal({
    sv: "En stad utan beslut visar inget.",
    en: "A city without decisions shows nothing.",
  });
}

async function messagesIn(source: string) {
  if (source === standardInput) return happeningsInLines(await textOf(source), municipality);
  const found = await stat(source).catch((error: unknown) => {
    throw new Refusal(whyNotRead(source, error));
  });
  if (!found.isDirectory())
    throw new Refusal({
      sv: `${source} är ingen mapp: ange en mapp.`,
      en: `${source} is no folder: give a folder.`,
    });
  return happeningsInFiles(source, municipality).catch((error: unknown) => {
    throw new Refusal(whyNotRead(pathOf(error) ?? source, error));
  });
}

const pathOf = (error: unknown): string | undefined =>
  error instanceof Error && "path" in error ? String(error.path) : undefined;
