import { addresseesAmong, partiesOf } from "@hemvist/rules";
import { goteborg } from "../support/goteborg.ts";
import { type Resource, synthesised } from "./synthesised.ts";

/** The parts of `docs/alarms.md`, drawn from the synthesised templates. */
export function alarmParts(): Readonly<Record<string, string>> {
  const { of } = synthesised();
  const all = [...of("AWS::CloudWatch::CompositeAlarm"), ...of("AWS::CloudWatch::Alarm")].map(rowOf);
  const bySeverity = Map.groupBy(all, ({ severity }) => severity);
  return Object.fromEntries(
    ["page", "working-hours", "notice", "signal"].map((severity) => [
      severity,
      tableOf(bySeverity.get(severity) ?? []),
    ]),
  );
}

interface Row {
  readonly severity: string;
  readonly name: string;
  readonly when: string;
  readonly sends: string;
  readonly hurt: string;
  readonly owner: string;
  readonly runbook: string;
}

const tableOf = (rows: readonly Row[]): string => {
  const alike = Map.groupBy(rows, ({ name, when }) => `${name} ${when}`);
  const lines = [...alike.values()].flatMap(([row, ...others]) =>
    row === undefined
      ? []
      : [
          `| \`${row.name}\`${others.length > 0 ? ` (${others.length + 1})` : ""} | ${row.when} | ${row.sends} | ${row.hurt} | ${row.owner} | [${row.runbook}](runbooks/${row.runbook}.md) |`,
        ],
  );
  return [
    `${rows.length} alarms.`,
    "",
    "| alarm | when | sends | who is hurt | owner | runbook |",
    "| --- | --- | --- | --- | --- | --- |",
    ...lines.toSorted(),
  ].join("\n");
};

const rowOf = ({ properties }: Resource): Row => {
  const [, hurt = ""] = String(properties["AlarmDescription"]).split("\n");
  const tags = new Map(
    (properties["Tags"] as readonly { readonly Key: string; readonly Value: string }[]).map(
      ({ Key, Value }) => [Key, Value],
    ),
  );
  return {
    severity: tags.get("hemvist:severity") ?? "",
    name: ofAnyParty(String(properties["AlarmName"])),
    when: properties["AlarmRule"] === undefined ? measured(properties) : composed(properties),
    sends: sendsBy(properties),
    hurt: ofAnyParty(hurt.replace("Hurt: ", "")),
    owner: tags.get("hemvist:owner") ?? "",
    runbook: tags.get("hemvist:runbook")?.split("/").at(-1)?.replace(".md", "") ?? "",
  };
};

const parties = addresseesAmong(partiesOf(goteborg));

/** Alarms that differ by their party only are one row. */
const ofAnyParty = (text: string): string => parties.reduce((one, party) => one.replaceAll(party, "*"), text);

const signs: Readonly<Record<string, string>> = {
  GreaterThanThreshold: "above",
  GreaterThanOrEqualToThreshold: "at least",
  LessThanThreshold: "below",
  LessThanOrEqualToThreshold: "at most",
};

const measured = (properties: Resource["properties"]): string => {
  const { MetricName, Statistic, Threshold, ComparisonOperator, EvaluationPeriods, Period } = properties;
  const { DatapointsToAlarm = EvaluationPeriods } = properties;
  const sign = signs[String(ComparisonOperator)] ?? ComparisonOperator;
  const limit = Number(Threshold).toLocaleString("en");
  const periods =
    DatapointsToAlarm === EvaluationPeriods
      ? EvaluationPeriods
      : `${DatapointsToAlarm} of ${EvaluationPeriods}`;
  return `${Statistic} of \`${MetricName}\` ${sign} ${limit}, ${periods} × ${Number(Period) / 60} min`;
};

const composed = ({ AlarmRule, ActionsSuppressor }: Resource["properties"]): string => {
  const named = String(AlarmRule).match(/ALARM\(/g)?.length ?? 0;
  const some = String(AlarmRule).includes(" AND ALARM") ? "several of" : "any of";
  const rule = named > 2 ? `${some} ${named} alarms, by its rule` : `\`${ofAnyParty(String(AlarmRule))}\``;
  return ActionsSuppressor === undefined ? rule : `${rule}; waits for \`${String(ActionsSuppressor)}\``;
};

const sendsBy = ({ AlarmActions }: Resource["properties"]): string =>
  AlarmActions === undefined ? "by its cause" : "itself";
