import { rm } from "node:fs/promises";
import { type Assembly, readAssembly } from "./assembly.ts";
import { refuseUnknown } from "./known-resources.ts";
import { type CdkApp, synthesise } from "./synthesise.ts";

const DEFAULT_REGION = "us-east-1";

/** An assembly to run, and the one region that it lies in. */
interface Given {
  readonly assembly: Assembly;
  readonly region: string;
}

/**
 * Reads the assembly, or synthesises it first.
 * @param closing is given what removes an assembly that was synthesised
 * @throws UnknownResourceError
 */
export const assemblyGiven = async (
  {
    templates,
    signal,
    region = DEFAULT_REGION,
  }: { readonly templates: string | CdkApp; readonly signal?: AbortSignal; readonly region?: string },
  closing: (() => Promise<void>)[],
): Promise<Given> => {
  const directory = typeof templates === "string" ? templates : await synthesise(templates, signal);
  if (typeof templates !== "string") closing.push(() => rm(directory, { recursive: true, force: true }));
  const assembly = readAssembly(directory, region);
  refuseUnknown(assembly);
  return { assembly, region: regionOf(assembly, region) };
};

const regionOf = ({ stacks }: Assembly, elsewhere: string): string => {
  const regions = [...new Set(stacks.map(({ region }) => region))];
  if (regions.length > 1)
    throw new Error(`the stacks lie in several regions, ${regions.join(", ")}; one runs here`);
  return regions[0] ?? elsewhere;
};
