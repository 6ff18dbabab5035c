// Writes what goes with a release into reports/release, which git ignores: the bill of materials of what a deployment
// carries, and the licences of it.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bomOf, bomOfNpm } from "./bill-of-materials.ts";
import { bundledPackages } from "./bundled-packages.ts";
import { projectRoot } from "./bundling.ts";
import { licenceTexts, notAllowed } from "./licences.ts";

const [argument] = process.argv.slice(2);
if (argument === "--help") {
  process.stdout.write(
    "npm run sbom: writes the bill of materials of the bundles and their licences into reports/release. It takes no arguments.\n",
  );
  process.exit(0);
}
if (argument !== undefined) {
  process.stderr.write(`sbom takes no arguments, and was given ${argument}.\n`);
  process.exit(1);
}

const packages = await bundledPackages();
const refused = notAllowed(packages);
if (refused.length > 0) {
  const named = refused.map(({ name, licence }) => `${name} (${licence})`);
  process.stderr.write(`A bundle may not carry ${named.join(", ")}: infra/bundling/licences.ts.\n`);
  process.exit(1);
}

const folder = join(projectRoot, "reports", "release");
await mkdir(folder, { recursive: true });
await writeFile(
  join(folder, "hemvist.cdx.json"),
  `${JSON.stringify(bomOf(packages, bomOfNpm()), undefined, 2)}\n`,
);
await writeFile(join(folder, "THIRD-PARTY-LICENCES.txt"), await licenceTexts(packages));
process.stdout.write(`${packages.length} packages in the bundles: ${folder}\n`);
