import { describe, expect, it } from "vitest";
import type { Settings } from "../../infra/settings.ts";
import { type Synthesised, synthesised } from "./synthesised.ts";

const restored = "decisions-20261109";
const deployedWith = (decisionsTables: Settings["decisionsTables"]) =>
  synthesised("production", { decisionsTables });

// The three states of docs/runbooks/table-restored.md: as it was, both tables, the restored one alone.
const before = deployedWith(["decisions"]);
const both = deployedWith(["decisions", restored]);
const after = deployedWith([restored]);

describe("putting a restored table in the place of the former", () => {
  it("is first an import of that one table: nothing else in its stack changes", () => {
    const { added, removed, changed } = difference(before, both, "hemvist-records");

    expect([removed, changed]).toEqual([[], []]);
    expect(added.map((id) => describeOf(both, id))).toEqual([`AWS::DynamoDB::GlobalTable ${restored}`]);
  });

  it("imports a table that is declared as the former is, but for its name", () => {
    const [former, its] = ["decisions", restored].map((name) => ({
      ...tableCalled(both, name),
      TableName: "",
    }));

    expect(its).toEqual(former);
  });

  it("changes and removes no export that another stack imports", () => {
    for (const [name, value] of exportsOf(before, "hemvist-records"))
      if (importedBy(before, "hemvist-handoff").has(name))
        expect([name, exportsOf(both, "hemvist-records").get(name)]).toEqual([name, value]);
    expect([...exportsOf(before, "hemvist-handoff").keys()]).toEqual([]);
  });

  it("then gives the functions, their permissions and the stream's mapping the restored table, and nothing else", () => {
    const { added, removed, changed } = difference(before, both, "hemvist-handoff");
    const types = new Set(changed.map((id) => typeOf(both, id)));

    // A function that changes has a new version, which checks itself before it is called.
    expect(new Set(added.map((id) => typeOf(both, id)))).toEqual(new Set(["AWS::Lambda::Version"]));
    expect(new Set(removed.map((id) => typeOf(before, id)))).toEqual(new Set(["AWS::Lambda::Version"]));
    expect([...types].toSorted()).toEqual([
      "AWS::IAM::Policy",
      "AWS::Lambda::Alias",
      "AWS::Lambda::EventSourceMapping",
      "AWS::Lambda::Function",
      "Custom::Trigger",
    ]);
    expect(changed.filter((id) => typeOf(both, id) === "AWS::Lambda::EventSourceMapping")).toHaveLength(1);
  });

  it("leaves no function with the former table: what moves imports nothing of it", () => {
    const former = [...exportsOf(both, "hemvist-records")].filter(([, value]) =>
      value.includes(idOfTable(both, "decisions")),
    );

    expect(former).toHaveLength(3);
    for (const [name] of former) expect(importedBy(both, "hemvist-handoff")).not.toContain(name);
  });

  it("ends with the former table out of the template, where it stays in the account, and all else as it was", () => {
    const records = difference(both, after, "hemvist-records");

    expect([records.added, records.changed]).toEqual([[], []]);
    expect(records.removed).toEqual([idOfTable(both, "decisions")]);
    expect(both.all.find(({ id }) => id === records.removed[0])?.deletionPolicy).toBe("RetainExceptOnCreate");
    expect(difference(both, after, "hemvist-handoff")).toEqual({ added: [], removed: [], changed: [] });
  });

  it("changes nothing of the alarms, and shows operations the restored table", () => {
    const { added, removed, changed } = difference(before, after, "hemvist-operations");

    expect([added, removed]).toEqual([[], []]);
    expect(changed.map((id) => after.all.find((one) => one.id === id)?.type)).toEqual([
      "AWS::CloudWatch::Dashboard",
    ]);
    expect(JSON.stringify(after.templates.get("hemvist-operations"))).toContain(restored);
  });

  it("can be done again: a table restored from a restored one takes its place", () => {
    const again = deployedWith([restored, "decisions-20270301"]);

    expect(difference(after, again, "hemvist-records")).toMatchObject({ removed: [], changed: [] });
  });
});

function resourcesIn(templates: Synthesised, stack: string): ReadonlyMap<string, string> {
  const { Resources = {} } = templates.templates.get(stack) ?? {};
  return new Map(Object.entries(Resources).map(([id, resource]) => [id, JSON.stringify(resource)]));
}

function difference(from: Synthesised, to: Synthesised, stack: string) {
  const [former, its] = [resourcesIn(from, stack), resourcesIn(to, stack)];
  return {
    added: [...its.keys()].filter((id) => !former.has(id)),
    removed: [...former.keys()].filter((id) => !its.has(id)),
    changed: [...its.keys()].filter((id) => former.has(id) && former.get(id) !== its.get(id)),
  };
}

function exportsOf(templates: Synthesised, stack: string): ReadonlyMap<string, string> {
  const outputs = Object.values(templates.templates.get(stack)?.Outputs ?? {});
  return new Map(
    outputs.flatMap(({ Export, Value }) =>
      Export === undefined ? [] : [[Export.Name, JSON.stringify(Value)] as const],
    ),
  );
}

function importedBy(templates: Synthesised, stack: string): ReadonlySet<string> {
  const text = JSON.stringify(templates.templates.get(stack));
  return new Set([...text.matchAll(/"Fn::ImportValue":"([^"]+)"/g)].map(([, name = ""]) => name));
}

function tableCalled(templates: Synthesised, name: string): Readonly<Record<string, unknown>> {
  const { properties = {} } =
    templates.of("AWS::DynamoDB::GlobalTable").find(({ properties: { TableName } }) => TableName === name) ??
    {};
  return properties;
}

function idOfTable(templates: Synthesised, name: string): string {
  const table = templates
    .of("AWS::DynamoDB::GlobalTable")
    .find(({ properties: { TableName } }) => TableName === name);
  return table?.id ?? "";
}

const typeOf = (templates: Synthesised, id: string): string =>
  templates.all.find((resource) => resource.id === id)?.type ?? "";

const describeOf = (templates: Synthesised, id: string): string =>
  `${typeOf(templates, id)} ${templates.all.find((each) => each.id === id)?.properties["TableName"]}`;
