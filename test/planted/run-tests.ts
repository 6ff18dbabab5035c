import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { BaseSequencer, startVitest, type TestModule, type TestSpecification } from "vitest/node";

// Runs test files of the project in the working directory, up to the first that fails, and sends its starter what
// came of them. The project's own configuration is left aside: it sets up templates for tests that need none.

const { values, positionals } = parseArgs({
  options: {
    /** Only those that import one of these files. */
    "related-to": { type: "string", multiple: true },
    templates: { type: "boolean", default: false },
  },
  allowPositionals: true,
});

const related = values["related-to"];

/** What stands nearest to the code finds most, so it comes first. */
class NearestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const near = new Set(related?.map((file) => file.replace(/\.ts$/, ".test.ts")));
    const folders = new Set(related?.map(dirname));
    const rank = ({ moduleId }: TestSpecification): number => {
      if (near.has(moduleId)) return 0;
      return folders.has(dirname(moduleId)) ? 1 : 2;
    };
    return Promise.resolve(files.sort((a, b) => rank(a) - rank(b)));
  }
}

const vitest = await startVitest("test", [], {
  config: false,
  watch: false,
  root: process.cwd(),
  include: positionals,
  reporters: [{}],
  sequence: { sequencer: NearestFirst },
  bail: 1,
  maxWorkers: 1,
  // A machine that is busy is no bug.
  testTimeout: 120_000,
  hookTimeout: 240_000,
  ...(values.templates ? { globalSetup: "test/journeys/templates.ts" } : {}),
  ...(related ? { related: [...related] } : {}),
});
const modules = vitest.state.getTestModules();
const failures = [
  ...modules.flatMap(failuresIn),
  ...vitest.state.getUnhandledErrors().map((error) => `outside of any test: ${textOf(error)}`),
];
const passed = modules.flatMap(({ children }) => [...children.allTests("passed")]).length;
await vitest.close();
const [failure] = [...failures, ...(related === undefined && passed === 0 ? ["there are no tests"] : [])];
process.send?.({ failure });

function failuresIn(module: TestModule): readonly string[] {
  const tests = [...module.children.allTests("failed")].map(
    ({ fullName }) => `${module.relativeModuleId}: ${fullName}`,
  );
  if (tests.length > 0 || module.state() !== "failed") return tests;
  const [error] = [
    ...module.errors(),
    ...[...module.children.allSuites()].flatMap((suite) => suite.errors()),
  ];
  return [`${module.relativeModuleId}: ${textOf(error)}`];
}

function textOf(error: unknown): string {
  return error instanceof Object && "message" in error ? String(error.message) : String(error);
}
