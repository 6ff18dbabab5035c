import { execFileSync } from "node:child_process";
import * as z from "zod";
import type { BundledPackage } from "./bundled-packages.ts";
import { projectRoot } from "./bundling.ts";

const component = z.looseObject({
  "bom-ref": z.string(),
  name: z.string(),
  properties: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
});

const bom = z.looseObject({
  serialNumber: z.string().optional(),
  metadata: z.looseObject({ timestamp: z.string().optional(), component }),
  components: z.array(component),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()).default([]) })),
});

export type Bom = z.infer<typeof bom>;

/** npm's own bill of materials of all that the lockfile has, in CycloneDX. */
export const bomOfNpm = (): unknown =>
  JSON.parse(
    execFileSync("npm", ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"], {
      cwd: projectRoot,
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    }),
  );

/**
 * The part of npm's bill of materials that a deployment carries, each component with the bundles that it is in. It has
 * neither serial number nor time, so the same code gives the same bytes.
 * @throws Error where the lockfile lacks a package that is in a bundle
 */
export function bomOf(packages: readonly BundledPackage[], whole: unknown): Bom {
  const { serialNumber: _serial, metadata, components, dependencies, ...rest } = bom.parse(whole);
  const { timestamp: _time, component: root, ...about } = metadata;
  const carried = new Map(packages.map((one) => [`${one.name}@${one.version}`, one]));
  const refs = [...carried.keys()];
  const missing = refs.filter((ref) => !components.some((one) => one["bom-ref"] === ref));
  if (missing.length > 0) throw new Error(`The lockfile lacks ${missing.join(", ")}`);
  return {
    ...rest,
    // npm takes the name of the root from its folder.
    metadata: { ...about, component: { ...root, name: "hemvist" } },
    components: components
      .filter((one) => carried.has(one["bom-ref"]))
      .map((one) => ({
        ...one,
        scope: "required",
        properties: [
          { name: "hemvist:bundles", value: (carried.get(one["bom-ref"])?.bundles ?? []).join(" ") },
        ],
      })),
    dependencies: [
      { ref: root["bom-ref"], dependsOn: refs },
      ...dependencies
        .filter(({ ref }) => carried.has(ref))
        .map(({ dependsOn, ...its }) => ({ ...its, dependsOn: dependsOn.filter((one) => carried.has(one)) })),
    ],
  };
}
