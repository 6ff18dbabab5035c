import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");

/** What is imported, so that a path leads somewhere. */
const there: readonly string[] = [
  "packages/rules/index.ts",
  "packages/casework/index.ts",
  "packages/contracts/index.ts",
  "packages/contracts/openapi/document.ts",
  "packages/rules/municipalities.ts",
  "packages/runtime/index.ts",
  "packages/adapters/index.ts",
  "packages/adapters/function-url.ts",
  "packages/operations/index.ts",
  "packages/operations/asking.ts",
  "bench/statistics.ts",
  "node_modules/@aws-sdk/client-sqs/index.js",
  "node_modules/zod/index.js",
  "node_modules/zod/mini/index.js",
];

const none: readonly string[] = [];

/** A file that stands where its path says, what it imports, and the rules that refuse it. */
const planted: readonly (readonly [file: string, imports: string, refusedBy: readonly string[]])[] = [
  ["packages/local/a.ts", "../rules/index.ts", ["local-imports-nothing-of-hemvist"]],
  ["packages/local/b.ts", "./a.ts", none],
  ["functions/one/a.ts", "@aws-sdk/client-sqs", ["functions-import-no-function-and-no-sdk"]],
  ["functions/one/b.ts", "../two/c.ts", ["functions-import-no-function-and-no-sdk"]],
  ["functions/two/c.ts", "../../packages/casework/index.ts", none],
  ["packages/contracts/openapi/a.ts", "../../runtime/index.ts", ["openapi-is-build-time"]],
  ["packages/contracts/openapi/b.ts", "../index.ts", none],
  ["functions/one/c.ts", "../../packages/contracts/openapi/document.ts", ["nothing-imports-openapi"]],
  ["packages/contracts/a.ts", "./openapi/document.ts", ["nothing-imports-openapi"]],
  ["packages/runtime/a.ts", "../contracts/openapi/document.ts", ["nothing-imports-openapi"]],
  ["packages/contracts/b.ts", "../rules/index.ts", none],
  ["packages/rules/a.ts", "../casework/index.ts", ["rules-import-nothing"]],
  ["packages/casework/a.ts", "../rules/municipalities.ts", ["a-municipality-is-given"]],
  ["packages/rules/engine/a.ts", "../municipalities.ts", ["a-municipality-is-given"]],
  ["functions/one/d.ts", "../../packages/rules/municipalities.ts", ["a-municipality-is-given"]],
  // All of zod is 100 KB of a bundle, and compiles each schema when it is first used.
  ["packages/contracts/c.ts", "zod", ["contracts-know-no-edge"]],
  ["packages/adapters/a.ts", "zod", ["adapters-point-down"]],
  ["packages/runtime/b.ts", "zod", ["runtime-points-down"]],
  ["packages/adapters/b.ts", "zod/mini", none],
  ["packages/runtime/settings.ts", "../rules/municipalities.ts", none],
  ["packages/cli/ops/a.ts", "../../adapters/index.ts", ["ops-acts-through-operate"]],
  ["packages/cli/ops/b.ts", "../../operations/index.ts", ["ops-acts-through-operate"]],
  ["packages/cli/ops/c.ts", "@aws-sdk/client-sqs", ["ops-acts-through-operate"]],
  ["packages/cli/ops/d.ts", "../../adapters/function-url.ts", none],
  ["packages/cli/ops/e.ts", "../../operations/asking.ts", none],
  ["functions/one/e.ts", "../../packages/operations/index.ts", ["only-operate-and-cli-import-operations"]],
  ["functions/operate/a.ts", "../../packages/operations/index.ts", none],
  ["packages/sandbox/a.ts", "../../bench/statistics.ts", ["nothing-imports-bench"]],
];

interface Cruised {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
}

/** The rules of `npm run lint` for imports, asked about a small project of planted files. */
async function cruised(folder: string): Promise<Cruised> {
  const args = [
    "--config",
    join(root, ".dependency-cruiser.cjs"),
    "--output-type",
    "json",
    "packages",
    "functions",
  ];
  const depcruise = join(root, "node_modules/.bin/depcruise");
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [depcruise, ...args], { cwd: folder }, (_failed, out, error) => {
      if (out === "") reject(new Error(error));
      else resolve(JSON.parse(out) as Cruised);
    });
  });
}

describe("which way imports may point", () => {
  let folder = "";
  let violations: Cruised["summary"]["violations"] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "planted-imports-"));
    const files = [
      ...there.map((file) => [file, "export const what = 1;\n"] as const),
      ...planted.map(([file, imports]) => [file, `export * from "${imports}";\n`] as const),
      ["node_modules/@aws-sdk/client-sqs/package.json", `{ "name": "@aws-sdk/client-sqs" }`] as const,
      ["node_modules/zod/package.json", `{ "name": "zod" }`] as const,
    ];
    for (const [file, text] of files) {
      await mkdir(join(folder, dirname(file)), { recursive: true });
      await writeFile(join(folder, file), text);
    }
    await cp(join(root, "tsconfig.json"), join(folder, "tsconfig.json"));
    ({ violations } = (await cruised(folder)).summary);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(planted)("%s imports %s: refused by %j", (file, _imports, refusedBy) => {
    expect(violations.filter(({ from }) => from === file).map(({ rule }) => rule.name)).toEqual(refusedBy);
  });
});
