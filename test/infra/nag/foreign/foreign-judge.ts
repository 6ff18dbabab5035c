import { judgeNamed } from "../../../judges/judges.ts";
import type { Resources, TemplateJson } from "../../synthesised.ts";
import type { Finding } from "../finding.ts";

/** Templates with what they declare. */
export type Judgeable = Pick<Resources, "all"> & {
  readonly templates: ReadonlyMap<string, TemplateJson>;
};

/** What a judge says of one resource. */
export interface Said {
  readonly stage: string;
  readonly stack: string;
  /** The logical id. */
  readonly id: string;
  readonly rule: string;
  readonly detail?: string;
}

/** A tool in Python that other people wrote: test/judges/README.md. */
export interface ForeignJudge {
  /** As `test/judges/requirements.txt` names it. */
  readonly name: string;
  /** Whether the rule is one of its. */
  readonly has: (rule: string) => boolean;
  /** Everything that it finds, in all stages at once: each start of such a tool takes seconds. */
  readonly judge: (
    stages: ReadonlyMap<string, Judgeable>,
    judge: { readonly python: string },
  ) => Promise<readonly Said[]>;
}

export interface ForeignFindings {
  readonly of: (stage: string) => readonly Finding[];
  /** Whether the judge of that rule is installed. A rule of cdk-nag's always has its judge. */
  readonly wasAsked: (rule: string) => boolean;
}

/** What the judges find that are installed. Of each other, one line says so. */
export async function foreignFindings(
  judges: readonly ForeignJudge[],
  stages: ReadonlyMap<string, Judgeable>,
): Promise<ForeignFindings> {
  const asked = judges.map((judge) => ({ ...judge, python: judgeNamed(judge.name) }));
  const found = new Map<string, readonly Finding[]>();
  for (const { name, python, judge } of asked) {
    if (python === undefined) continue;
    for (const [stage, said] of Map.groupBy(await judge(stages, { python }), (one) => one.stage))
      found.set(stage, [...(found.get(stage) ?? []), ...said.map((one) => findingOf(one, { name, stages }))]);
  }
  return {
    of: (stage) => found.get(stage) ?? [],
    wasAsked: (rule) => asked.every(({ has, python }) => python !== undefined || !has(rule)),
  };
}

function findingOf(
  { stage, stack, id, rule, detail }: Said,
  { name, stages }: { readonly name: string; readonly stages: ReadonlyMap<string, Judgeable> },
): Finding {
  const resource = stages.get(stage)?.all.find((one) => one.stack === stack && one.id === id);
  if (resource === undefined) throw new Error(`${rule}: no resource ${id} in ${stack} (${stage})`);
  return { pack: name, rule, resource, ...(detail === undefined ? {} : { detail }) };
}
