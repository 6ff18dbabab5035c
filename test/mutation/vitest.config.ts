import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

// The tests by which a mutant is tried: those beside its code. README.md says why not all of them.
const beside = (name: string, tests: { readonly include: string[]; readonly exclude: string[] }) => ({
  extends: true as const,
  // Mutants live in a copy of the repository. Without this the tests there would import the package by its link in
  // node_modules, which leads back to the code as it is.
  resolve: {
    alias: [
      { find: new RegExp(`^@hemvist/${name}$`), replacement: resolve(`packages/${name}/index.ts`) },
      { find: new RegExp(`^@hemvist/${name}/(.+)$`), replacement: resolve(`packages/${name}/$1.ts`) },
    ],
  },
  test: { name, ...tests },
});

export default defineConfig({
  test: {
    setupFiles: "test/mutation/no-chance.ts",
    // One worker for all files of a run, and a new one for the next mutant: a third of the time, the same result.
    isolate: false,
    // A mutant that never ends is the tool's to stop; a slow machine must not kill any.
    testTimeout: 300_000,
    projects: [
      beside("rules", {
        include: ["packages/rules/**/*.test.ts"],
        exclude: [
          "packages/rules/engine/exhaustive.test.ts",
          "packages/rules/engine/equal-treatment.test.ts",
          "packages/rules/engine/determinism.test.ts",
        ],
      }),
      beside("casework", {
        include: ["packages/casework/**/*.test.ts"],
        exclude: ["packages/casework/life.test.ts"],
      }),
      beside("runtime", { include: ["packages/runtime/queue-batch.test.ts"], exclude: [] }),
      beside("figures", {
        include: ["packages/figures/**/*.test.ts"],
        exclude: ["packages/figures/suppression-attacked.test.ts"],
      }),
    ],
  },
});
