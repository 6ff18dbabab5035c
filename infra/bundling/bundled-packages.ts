import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { build, type Metafile } from "esbuild";
import * as z from "zod";
import { bundledBy, projectRoot } from "./bundling.ts";

/** A package that others made and that a deployment carries. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** As the package itself says: an SPDX expression. */
  readonly licence: string;
  readonly folder: string;
  /** The functions whose bundles have code of it. */
  readonly bundles: readonly string[];
}

/** What esbuild says of a function's bundle. It writes nothing. */
export async function analysed(handler: string): Promise<Metafile> {
  const { metafile } = await build({
    ...bundledBy,
    entryPoints: [handler],
    outdir: join(projectRoot, "reports", "bundles"),
    write: false,
    metafile: true,
  });
  return metafile;
}

/** The functions of hemvist, by the names of their folders. */
export const functionNames = async (): Promise<readonly string[]> =>
  (await readdir(join(projectRoot, "functions"))).toSorted();

export const handlerOf = (name: string): string => join(projectRoot, "functions", name, "handler.ts");

/** The CDK's own function that runs the self-checks is an asset of the CDK: esbuild never sees it. */
const fromTheCdk = { folder: "node_modules/aws-cdk-lib", bundle: "self-check-runner" };

/** Every package that a deployment carries, in the order of their names. */
export async function bundledPackages(
  handlers?: ReadonlyMap<string, string>,
): Promise<readonly BundledPackage[]> {
  const bundlesOf = new Map<string, string[]>();
  const names = await functionNames();
  for (const [name, handler] of handlers ?? names.map((name) => [name, handlerOf(name)] as const))
    for (const folder of foldersIn(await analysed(handler)))
      bundlesOf.set(folder, [...(bundlesOf.get(folder) ?? []), name]);
  if (handlers === undefined) bundlesOf.set(fromTheCdk.folder, [fromTheCdk.bundle]);
  const packages = await Promise.all([...bundlesOf].map(([folder, bundles]) => packageIn(folder, bundles)));
  return packages.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

const keyOf = ({ name, version }: BundledPackage): string => `${name}@${version}`;

/** The folders of the packages of which code is in the bundle. What esbuild read and left out again does not count. */
function foldersIn({ outputs }: Metafile): ReadonlySet<string> {
  const files = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );
  return new Set(files.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []));
}

const manifest = z.object({ name: z.string(), version: z.string(), license: z.string().default("none") });

async function packageIn(folder: string, bundles: readonly string[]): Promise<BundledPackage> {
  const path = join(projectRoot, folder);
  const { license, ...its } = manifest.parse(JSON.parse(await readFile(join(path, "package.json"), "utf8")));
  return { ...its, licence: license, folder: path, bundles };
}
