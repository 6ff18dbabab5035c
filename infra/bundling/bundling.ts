import { join } from "node:path";
import type { NodejsFunctionProps } from "aws-cdk-lib/aws-lambda-nodejs";
import { OutputFormat } from "aws-cdk-lib/aws-lambda-nodejs";

export const projectRoot = join(import.meta.dirname, "..", "..");

/**
 * How a handler becomes one file. CommonJS with `module` first starts sooner. The SDK is inside, so its version is
 * ours. There is no source map and no metafile, because both put the output's path in the asset's hash.
 */
const bundling = {
  projectRoot,
  depsLockFilePath: join(projectRoot, "package-lock.json"),
  bundling: {
    format: OutputFormat.CJS,
    mainFields: ["module", "main"],
    target: "node24",
    minify: true,
    sourceMap: false,
    metafile: false,
    externalModules: [],
    loader: { ".yaml": "text" },
    esbuildArgs: {
      "--alias:@aws-sdk/credential-provider-node": join(import.meta.dirname, "environment-credentials.ts"),
    },
  },
} satisfies Pick<NodejsFunctionProps, "projectRoot" | "depsLockFilePath" | "bundling">;

/** @param municipalitiesFrom a module that stands in for the list of municipalities, as in the tests */
export const bundlingWith = (municipalitiesFrom?: string): typeof bundling => ({
  ...bundling,
  bundling: {
    ...bundling.bundling,
    esbuildArgs: {
      ...bundling.bundling.esbuildArgs,
      ...(municipalitiesFrom === undefined
        ? {}
        : { "--alias:@hemvist/rules/municipalities": municipalitiesFrom }),
    },
  },
});
