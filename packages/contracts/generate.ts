// Writes openapi.yaml and events/schemas from the schemas. With --check it writes nothing, and fails where a
// file is not what it would write.
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { generated, schemaFolder } from "./generated.ts";

const isCheck = process.argv.includes("--check");
const files = await generated();
const unknown = (await readdir(schemaFolder)).filter(
  (name) => !files.has(fileURLToPath(new URL(name, schemaFolder))),
);

if (isCheck) {
  const stale = [];
  for (const [path, text] of files) if ((await readFile(path, "utf8")) !== text) stale.push(path);
  for (const path of [...stale, ...unknown]) process.stderr.write(`Stale: ${path}\n`);
  process.exitCode = stale.length + unknown.length > 0 ? 1 : 0;
} else {
  await mkdir(schemaFolder, { recursive: true });
  for (const name of unknown) await rm(new URL(name, schemaFolder));
  for (const [path, text] of files) await writeFile(path, text);
}
