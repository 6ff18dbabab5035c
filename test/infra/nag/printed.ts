import { tableOf } from "../../../packages/cli/voice/table-text.ts";
import type { Finding } from "./finding.ts";
import type { Judged } from "./judged.ts";

/** What the tool prints: findings by class and pack, each reason with what it answers, and what is open. */
export const printed = ({
  stages,
  unanswered,
  untrue,
}: {
  readonly stages: readonly (Judged & { readonly name: string })[];
  /** Acknowledgements that answer nothing. */
  readonly unanswered: readonly string[];
  /** What contradicts a reason. */
  readonly untrue: readonly string[];
}): readonly string[] => {
  const open = distinct(stages.flatMap(({ open }) => open));
  const acknowledged = distinct(
    stages.flatMap(({ answered }) => answered.flatMap(({ findings }) => findings)),
  );
  const all = [...open, ...acknowledged];
  const rows = [...new Set(all.map(group))].toSorted().map((name) => {
    const inGroup = (some: readonly Finding[]) => String(some.filter((one) => group(one) === name).length);
    return [...name.split("\t"), inGroup(all), inGroup(acknowledged), inGroup(open)];
  });
  const sums = [all, acknowledged, open].map((some) => String(some.length));
  return [
    `Findings in the templates of ${stages.map(({ name }) => name).join("; ")}. Each counts once.`,
    "",
    tableOf(["class", "pack", "found", "acknowledged", "open"], [...rows, ["all", "", ...sums]]),
    "",
    ...reasons(stages),
    "",
    ...open.map((finding) => `open: ${called(finding)}`),
    ...unanswered.map((one) => `answers nothing: ${one}`),
    ...untrue.map((one) => `not true: ${one}`),
    `${all.length} findings: ${acknowledged.length} acknowledged, ${open.length} open; ${unanswered.length} acknowledgements that answer nothing; ${untrue.length} contradictions of a reason`,
  ];
};

/** The same finding in several stages is one. */
const distinct = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(findings.map((finding) => [called(finding), finding])).values(),
];

const called = ({ rule, detail, resource }: Finding): string =>
  `${rule}${detail === undefined ? "" : `[${detail}]`} on ${resource.stack}/${resource.id}`;

const group = ({ pack, resource }: Finding): string => `${resource.type.split("::")[1] ?? ""}\t${pack}`;

function reasons(stages: readonly Judged[]): readonly string[] {
  const answered = stages.flatMap((stage) => stage.answered);
  return [...new Set(answered.map(({ acknowledgement }) => acknowledgement))].map((one) => {
    const findings = answered.filter(({ acknowledgement }) => acknowledgement === one);
    const many = distinct(findings.flatMap((answer) => answer.findings)).length;
    return `${many} × ${one.rules.join(", ")}: ${one.reason}`;
  });
}
