import { join } from "node:path";
import type { NodejsFunctionProps } from "aws-cdk-lib/aws-lambda-nodejs";
import { Charset, OutputFormat } from "aws-cdk-lib/aws-lambda-nodejs";
import type { BuildOptions } from "esbuild";

export const projectRoot = join(import.meta.dirname, "..", "..");

/** What stands in for a package that no function runs a line of, by the package's name. */
const standIns = {
  "@aws-sdk/credential-provider-node": join(import.meta.dirname, "environment-credentials.ts"),
  "@aws-sdk/middleware-endpoint-discovery": join(import.meta.dirname, "no-endpoint-discovery.ts"),
  "@smithy/core/event-streams": join(import.meta.dirname, "no-event-streams.ts"),
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
    loader: { ".yaml": "file" } as const,
    esbuildArgs: Object.fromEntries(
      Object.entries(standIns).map(([name, file]) => [`--alias:${name}`, file]),
    ),
  },
} satisfies Pick<NodejsFunctionProps, "projectRoot" | "depsLockFilePath" | "bundling">;

const { format, mainFields, target, minify, charset, loader } = bundling.bundling;

/** The same for esbuild itself, which also says what a bundle is made of. */
export const bundledBy = {
  bundle: true,
  platform: "node",
  absWorkingDir: projectRoot,
  alias: standIns,
  format,
  mainFields,
  target,
  minify,
  charset,
  loader,
} satisfies BuildOptions;

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
