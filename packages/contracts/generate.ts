// Writes openapi.yaml, events/schemas and events/assignments from the schemas and the casework. Whether they are
// up to date is for `generated.test.ts` to say.
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { generated, generatedFolders } from "./generated.ts";

const files = await generated();
for (const folder of generatedFolders) {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    const file = new URL(name, folder);
    if (!files.has(fileURLToPath(file))) await rm(file);
  }
}
for (const [path, text] of files) await writeFile(path, text);
