// Writes openapi.yaml, events/schemas and events/assignments from the schemas and the casework. Whether they are
// up to date is for `generated.test.ts` to say.
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { generated, generatedFolders } from "./generated.ts";

const [argument] = process.argv.slice(2);
if (argument === "--help") {
  process.stdout.write("npm run generate: writes anew what is generated. It takes no arguments.\n");
  process.exit(0);
}
if (argument !== undefined) {
  process.stderr.write(`generate takes no arguments, and was given ${argument}.\n`);
  process.exit(1);
}

const files = await generated();
for (const folder of generatedFolders) {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    const file = new URL(name, folder);
    if (!files.has(fileURLToPath(file))) await rm(file);
  }
}
for (const [path, text] of files) await writeFile(path, text);
