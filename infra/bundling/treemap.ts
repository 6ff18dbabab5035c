// Draws what each function's bundle is made of: a page for each in reports/bundles, which git ignores.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { visualizer } from "esbuild-visualizer";
import { analysed, functionNames, handlerOf } from "./bundled-packages.ts";
import { projectRoot } from "./bundling.ts";

const [argument] = process.argv.slice(2);
if (argument === "--help") {
  process.stdout.write("npm run treemap: draws each bundle into reports/bundles. It takes no arguments.\n");
  process.exit(0);
}
if (argument !== undefined) {
  process.stderr.write(`treemap takes no arguments, and was given ${argument}.\n`);
  process.exit(1);
}

const folder = join(projectRoot, "reports", "bundles");
await mkdir(folder, { recursive: true });
for (const name of await functionNames()) {
  const metafile = await analysed(handlerOf(name));
  // What only lies beside the bundle is no part of it.
  const [[file, bundle] = []] = Object.entries(metafile.outputs).filter(([path]) => path.endsWith(".js"));
  if (file === undefined || bundle === undefined) throw new Error(`${name} has no bundle`);
  const page = join(folder, `${name}.html`);
  await writeFile(page, await visualizer({ ...metafile, outputs: { [file]: bundle } }, { title: name }));
  process.stdout.write(`${String(bundle.bytes).padStart(8)} bytes  ${page}\n`);
}
