import { join } from "node:path";
import type { NodejsFunctionProps } from "aws-cdk-lib/aws-lambda-nodejs";
import { Charset, OutputFormat } from "aws-cdk-lib/aws-lambda-nodejs";

export const projectRoot = join(import.meta.dirname, "..", "..");

/** What stands in for a package that no function runs a line of, by the package's name. */
const standIns = {
  "@aws-sdk/credential-provider-node": "environment-credentials.ts",
  "@aws-sdk/middleware-endpoint-discovery": "no-endpoint-discovery.ts",
  "@smithy/core/event-streams": "no-event-streams.ts",
};

/**
 * How a handler becomes one file. CommonJS with `module` first starts sooner. The SDK is inside, so its version is
 * ours. Swedish letters stay letters. What a function only hands out lies beside its bundle. There is no source map and
 * no metafile, because both put the output's path in the asset's hash.
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
    charset: Charset.UTF8,
    loader: { ".yaml": "file" },
    esbuildArgs: Object.fromEntries(
      Object.entries(standIns).map(([name, file]) => [`--alias:${name}`, join(import.meta.dirname, file)]),
    ),
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
