import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Judgeable } from "./foreign-judge.ts";

/** The folder that the templates lie in, and whose template each file is. */
export interface TemplateFiles {
  readonly folder: string;
  readonly paths: readonly string[];
  readonly whose: (path: string) => { readonly stage: string; readonly stack: string };
}

const ending = ".template.json";

/** Writes the templates of each stage into a folder of its own, for as long as a judge reads them. */
export async function inFiles<T>(
  stages: ReadonlyMap<string, Judgeable>,
  read: (files: TemplateFiles) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "hemvist-templates-"));
  const names = [...stages.keys()];
  try {
    const paths: string[] = [];
    for (const [index, { templates }] of [...stages.values()].entries())
      for (const [stack, template] of templates) {
        const path = join(folder, String(index), `${stack}${ending}`);
        await mkdir(join(folder, String(index)), { recursive: true });
        await writeFile(path, JSON.stringify(template, null, 1));
        paths.push(path);
      }
    return await read({
      folder,
      paths,
      whose: (path) => ({
        stage: names[Number(basename(join(path, "..")))] ?? "",
        stack: basename(path, ending),
      }),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
