import { readdirSync, readFileSync } from "node:fs";
import { partiesOf, trialParty } from "@hemvist/rules";
import { catalogue, described, type MetricName, valuesOf } from "@hemvist/runtime/metrics";
import { describe, expect, it } from "vitest";
import { goteborg } from "../support/goteborg.ts";
import {
  bodiesIn,
  expressionsOf,
  graphsOf,
  type Measured,
  type MetricWidget,
  metricsOf,
} from "./dashboard-bodies.ts";
import { dashboardsDocument } from "./dashboards-document.ts";
import { synthesised } from "./synthesised.ts";

const templates = synthesised();
const bodies = bodiesIn(templates);
const all = [...bodies].map(([name, { text, body }]) => ({ name, text, body }));
const graphs = all.flatMap(({ name, body }) =>
  graphsOf(body).map((graph) => ({ dashboard: name, title: graph.properties.title, graph })),
);
const measured = graphs.flatMap(({ dashboard, title, graph }) =>
  metricsOf(graph).map((metric) => ({ dashboard, title, ...metric })),
);

/** What AWS's services count for us, by the dimensions that AWS documents. */
const ofAws: Readonly<
  Record<string, { readonly by: string; readonly names: readonly string[]; readonly page: string }>
> = {
  "AWS/SQS": {
    by: "QueueName",
    names: ["ApproximateAgeOfOldestMessage", "ApproximateNumberOfMessagesVisible"],
    page: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html",
  },
  "AWS/Lambda": {
    by: "FunctionName",
    names: ["Invocations", "Errors", "Throttles", "Duration", "ConcurrentExecutions", "IteratorAge"],
    page: "https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html",
  },
  "AWS/ApiGateway": {
    by: "ApiName",
    names: ["Count", "4XXError", "5XXError", "Latency"],
    page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html",
  },
  "AWS/DynamoDB": {
    by: "TableName",
    names: ["ConsumedReadCapacityUnits", "ConsumedWriteCapacityUnits"],
    page: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html",
  },
};

const names = (type: string, property: string): readonly string[] =>
  templates.of(type).map(({ properties }) => String(properties[property]));
const thereIs: Readonly<Record<string, readonly string[]>> = {
  QueueName: names("AWS::SQS::Queue", "QueueName"),
  FunctionName: names("AWS::Lambda::Function", "FunctionName"),
  ApiName: names("AWS::ApiGateway::RestApi", "Name"),
  TableName: names("AWS::DynamoDB::GlobalTable", "TableName"),
};

const isCatalogued = (name: string): name is MetricName => Object.hasOwn(catalogue, name);

/** Why CloudWatch would find nothing, if it would. */
function missing({ namespace, name, dimensions }: Measured): string | undefined {
  const [[dimension = "", value = ""] = [], ...more] = Object.entries(dimensions);
  if (more.length > 0) return "it has several dimensions";
  if (namespace === "hemvist") {
    if (!isCatalogued(name)) return "the catalogue has no such metric";
    const by = catalogue[name].by.find((one) => one === dimension);
    if (by === undefined) return `the catalogue has it by ${JSON.stringify(catalogue[name].by)}`;
    const values: readonly string[] = by === "service" ? described[name].from : valuesOf(by, goteborg);
    return values.includes(value) ? undefined : `no ${dimension} is called ${value}`;
  }
  const its = ofAws[namespace];
  if (its === undefined || !its.names.includes(name) || its.by !== dimension) return "AWS has no such metric";
  return thereIs[dimension]?.includes(value) ? undefined : `the templates have no ${value}`;
}

it("docs/dashboards.md has them all; if not: npm run generate", () => {
  const { written, drawn } = dashboardsDocument();

  expect(written).toBe(drawn);
});

describe("the dashboards", () => {
  it("are these", () => {
    expect(all.map(({ name }) => name)).toEqual([
      "hemvist-flode",
      "hemvist-parter",
      "hemvist-uppfoljning",
      "hemvist-likvardighet",
      "hemvist-plattform",
    ]);
  });

  it.each(measured)("$dashboard, $title: $name of $dimensions is measured", (metric) => {
    expect(missing(metric)).toBeUndefined();
  });

  it("show every metric that the catalogue has, under at least one of its sets of dimensions", () => {
    const shown = new Set(
      measured.filter(({ namespace }) => namespace === "hemvist").map(({ name }) => name),
    );

    expect(Object.keys(catalogue).filter((name) => !shown.has(name))).toEqual([]);
  });

  it("show each value of what is followed up, and of how assignments end", () => {
    const valuesShown = (dimension: string): readonly string[] =>
      [...new Set(measured.flatMap(({ dimensions }) => dimensions[dimension] ?? []))].toSorted();

    for (const dimension of [
      "kind",
      "status",
      "rule",
      "why",
      "problem",
      "administration",
      "provider",
    ] as const)
      expect(valuesShown(dimension)).toEqual([...valuesOf(dimension, goteborg)].toSorted());
  });

  it("show each queue: how old, how many, and what lies aside", () => {
    const queues = (name: string): readonly (string | undefined)[] => [
      ...new Set(
        measured.filter((one) => one.name === name).map(({ dimensions }) => dimensions["QueueName"]),
      ),
    ];
    const [aside, working] = [true, false].map((is) =>
      names("AWS::SQS::Queue", "QueueName")
        // No system reads those of hemvist's own party, so they say nothing of any.
        .filter((name) => !name.includes(trialParty))
        .filter((name) => /-dlq(\.fifo)?$/.test(name) === is),
    );

    expect(queues("ApproximateAgeOfOldestMessage").toSorted()).toEqual(working?.toSorted());
    expect(queues("ApproximateNumberOfMessagesVisible").toSorted()).toEqual(
      [...(working ?? []), ...(aside ?? [])].toSorted(),
    );
  });

  it.each(["Errors", "Throttles", "Duration", "ConcurrentExecutions"])("show %s of each function", (name) => {
    const functions = measured
      .filter((one) => one.dashboard === "hemvist-plattform" && one.name === name)
      .map(({ dimensions }) => dimensions["FunctionName"]);

    // It works while a deployment does.
    expect([...functions, "hemvist-self-check-runner"].toSorted()).toEqual(
      thereIs["FunctionName"]?.toSorted(),
    );
  });

  it.each(all)(
    "$name begins with a text: what it shows, what is normal, and runbooks that are there",
    ({ body }) => {
      const [first, ...others] = body.widgets;
      const markdown = first?.type === "text" ? first.properties.markdown : "";
      const linked = [...markdown.matchAll(/\]\((https:\/\/[^)]+\/)([a-z-]+\.md)\)/g)].map(
        ([, , file]) => file,
      );

      expect(markdown).toMatch(/^# .+\nSidan /);
      expect(markdown).toContain("**Normalt (vår");
      expect(readdirSync("docs/runbooks")).toEqual(expect.arrayContaining(linked));
      expect(others.filter(({ type }) => type === "text")).toEqual([]);
    },
  );

  it.each(all)("$name is in ASCII, so that CloudFormation gives it back as it is", ({ text }) => {
    expect(text).toMatch(/^[ -~]*$/);
    expect(text).toContain("\\u00e5");
  });

  it.each(all)("$name has no widget over another, and none beyond the grid", ({ body: { widgets } }) => {
    const cells = widgets.flatMap(({ x, y, width, height }) =>
      Array.from({ length: width * height }, (_, at) => `${x + (at % width)},${y + Math.floor(at / width)}`),
    );

    expect(new Set(cells).size).toBe(cells.length);
    expect(Math.max(...widgets.map(({ x, width }) => x + width))).toBeLessThanOrEqual(24);
  });

  it("show the state of alarms that are there", () => {
    const alarms = new Set([
      ...names("AWS::CloudWatch::Alarm", "AlarmName"),
      ...names("AWS::CloudWatch::CompositeAlarm", "AlarmName"),
    ]);
    const shown = all.flatMap(({ body }) =>
      body.widgets.flatMap((widget) => (widget.type === "alarm" ? widget.properties.alarms : [])),
    );

    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter((arn) => !alarms.has(arn.replace(/^.*:alarm:/, "")))).toEqual([]);
  });
});

describe("a small number of persons", () => {
  const math = graphs.flatMap(({ graph }) => expressionsOf(graph));

  it("is never shown as a share or a median: both forms of metric math say from how many on", () => {
    expect(math.length).toBeGreaterThan(20);
    for (const { expression } of math)
      expect(expression).toMatch(/^IF\(n(\d+) >= (5, 100 \* m\1 \/ n\1|10, m\1 \/ 86400)\)$/);
  });

  it("is counted by what the expression divides by, or by the samples of the median", () => {
    for (const { graph } of graphs)
      for (const { expression } of expressionsOf(graph)) {
        const [, at = "", least = ""] = /^IF\(n(\d+) >= (\d+),/.exec(expression) ?? [];
        const [value, count] = [`m${at}`, `n${at}`].map((id) =>
          metricsOf(graph).find((one) => one.options.id === id),
        );

        expect(count?.dimensions).toEqual(value?.dimensions);
        expect(count?.options.period).toBe(value?.options.period);
        expect([value?.name, value?.options.stat, count?.name, count?.options.stat]).toEqual(
          least === "5"
            ? ["DecisionsReturned", "Sum", "DecisionsJudged", "Sum"]
            : [value?.name, "p50", value?.name, "SampleCount"],
        );
      }
  });

  it("is never shown of an area: only medians for the whole city, over four weeks", () => {
    const ofAreas = measured.filter(({ dimensions }) => dimensions["area"] !== undefined);

    expect(ofAreas.length).toBeGreaterThan(0);
    for (const { dashboard, name, options } of ofAreas)
      expect([dashboard, options.visible, options.period, name.startsWith("TimeTo")]).toEqual([
        "hemvist-likvardighet",
        false,
        28 * 24 * 3600,
        true,
      ]);
  });

  it("is never shown by the dashboard of equality, which has no counts at all", () => {
    const visible = measured.filter(
      ({ dashboard, options }) => dashboard === "hemvist-likvardighet" && options.visible === undefined,
    );

    expect(visible).toEqual([]);
  });
});

describe("with 60 further providers", () => {
  const parties = partiesOf(goteborg);
  const further = Array.from({ length: 60 }, (_, index) => `provider-${String(index).padStart(16, "0")}`);
  const many = bodiesIn(
    synthesised("production", { parties: { ...parties, executors: [...parties.executors, ...further] } }),
  );
  const graphsIn = (its: typeof bodies, name: string): readonly MetricWidget[] =>
    [its.get(name)].flatMap((found) => (found === undefined ? [] : graphsOf(found.body)));
  const metricsIn = (its: typeof bodies, name: string): number =>
    graphsIn(its, name).reduce((sum, { properties }) => sum + properties.metrics.length, 0);

  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_limits.html: metrics and expressions, drawn or not.
  it("no graph has more than 500 metrics, and no dashboard more than 2,500 or more than 500 widgets", () => {
    for (const [name, { body }] of many) {
      expect(body.widgets.length).toBeLessThanOrEqual(500);
      expect(metricsIn(many, name)).toBeLessThanOrEqual(2500);
      for (const graph of graphsOf(body)) expect(graph.properties.metrics.length).toBeLessThanOrEqual(500);
    }
  });

  it("no graph has more than 20 parties, whose lines a person can tell apart", () => {
    const lines = graphsIn(many, "hemvist-parter").map(
      (graph) => expressionsOf(graph).length || metricsOf(graph).length,
    );

    expect(Math.max(...lines)).toBe(20);
  });

  it("the dashboard of the parties grows most, and docs/dashboards.md says how many providers it takes", () => {
    const [before, after] = [bodies, many].map((its) => metricsIn(its, "hemvist-parter"));
    const fitting =
      parties.executors.length + Math.floor((2500 - (before ?? 0)) / (((after ?? 0) - (before ?? 0)) / 60));

    expect(readFileSync("docs/dashboards.md", "utf8")).toContain(`Den tar ${fitting} utförare.`);
    for (const name of many.keys())
      if (name !== "hemvist-parter") expect(metricsIn(many, name)).toBe(metricsIn(bodies, name));
  });
});
