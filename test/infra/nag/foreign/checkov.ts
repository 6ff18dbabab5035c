import { dirname, join } from "node:path";
import * as z from "zod";
import type { ForeignJudge } from "./foreign-judge.ts";
import { inFiles } from "./in-files.ts";
import { runPython } from "./run-python.ts";

const report = z.object({
  results: z.object({
    failed_checks: z.array(
      z.object({ check_id: z.string(), resource: z.string(), file_abs_path: z.string() }),
    ),
    passed_checks: z.array(z.unknown()).min(1),
    skipped_checks: z.array(z.unknown()).max(0),
    parsing_errors: z.array(z.unknown()).max(0),
  }),
});

/** Several hundred rules on the properties of resources, and on what policies let through. */
export const checkov: ForeignJudge = {
  name: "checkov",
  has: (rule) => /^CKV2?_/.test(rule),
  judge: (stages, { python }) =>
    inFiles(stages, async ({ folder, whose }) => {
      const args = [
        ["--directory", folder],
        ["--framework", "cloudformation"],
        ["--output", "json"],
        ["--compact", "--skip-download", "--soft-fail"],
      ].flat();
      const { code, output, errors } = await runPython(join(dirname(python), "checkov"), args);
      if (code !== 0) throw new Error(`checkov: ${errors.slice(-2000)}`);
      const { results } = report.parse(JSON.parse(output));
      return results.failed_checks.map(({ check_id, resource, file_abs_path }) => ({
        ...whose(file_abs_path),
        rule: check_id,
        id: resource.split(".").at(-1) ?? "",
      }));
    }),
};
