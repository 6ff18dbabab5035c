import { join } from "node:path";
import { build } from "esbuild";

/**
 * Builds the plain function by the command of Lambda's documentation, "Deploy transpiled TypeScript code in Lambda with
 * .zip file archives": https://docs.aws.amazon.com/lambda/latest/dg/typescript-package.html
 *
 * > esbuild index.ts --bundle --minify --sourcemap --platform=node --target=es2020 --outfile=dist/index.js
 *
 * @returns the path of the bundle
 */
export async function twoClientsBundle(folder: string): Promise<string> {
  const outfile = join(folder, "index.js");
  await build({
    entryPoints: [join(import.meta.dirname, "two-clients.ts")],
    bundle: true,
    minify: true,
    sourcemap: true,
    platform: "node",
    target: "es2020",
    outfile,
    logLevel: "silent",
  });
  return outfile;
}
