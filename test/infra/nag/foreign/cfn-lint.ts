import { dirname, join } from "node:path";
import * as z from "zod";
import type { ForeignJudge } from "./foreign-judge.ts";
import { inFiles } from "./in-files.ts";
import { runPython } from "./run-python.ts";

const matches = z.array(
  z.object({
    Rule: z.object({ Id: z.string() }),
    Filename: z.string(),
    Message: z.string(),
    Location: z.object({ Path: z.array(z.union([z.string(), z.number()])).nullable() }),
  }),
);

/** The resource schemas of CloudFormation: unknown properties, values that AWS refuses, references to nothing. */
export const cfnLint: ForeignJudge = {
  name: "cfn-lint",
  has: (rule) => /^[EWI]\d{4}$/.test(rule),
  judge: (stages, { python }) =>
    inFiles(stages, async ({ paths, whose }) => {
      const args = [
        ["--regions", "eu-north-1"],
        ["--format", "json"],
        ["--non-zero-exit-code", "none"],
        ["--template", ...paths],
      ].flat();
      const { code, output, errors } = await runPython(join(dirname(python), "cfn-lint"), args);
      if (code !== 0) throw new Error(`cfn-lint: ${errors.slice(-2000)}`);
      return matches.parse(JSON.parse(output)).map(({ Rule, Filename, Message, Location }) => {
        const [section, id] = Location.Path ?? [];
        if (section !== "Resources") throw new Error(`cfn-lint: ${Rule.Id} ${Filename}: ${Message}`);
        return { ...whose(Filename), rule: Rule.Id, id: String(id), detail: Message };
      });
    }),
};
