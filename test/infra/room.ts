import { partiesOf } from "@hemvist/rules";
import { goteborg } from "../support/goteborg.ts";
import { bodiesIn, graphsOf, type MetricWidget } from "./dashboard-bodies.ts";
import { type Resource, type Synthesised, synthesised } from "./synthesised.ts";

const parties = partiesOf(goteborg);

/** Production's templates with further providers, whose codes are as long as the longest of ours: 25 letters. */
export const withFurther = (providers: number): Synthesised =>
  synthesised("production", {
    parties: {
      ...parties,
      executors: [
        ...parties.executors,
        ...Array.from({ length: providers }, (_, index) => `provider-${String(index).padStart(16, "0")}`),
      ],
    },
  });

/** Each reference at its longest: the ARN of a function's alias, or of an index of a table. */
const longestArn = "x".repeat(120);

/** A document as AWS gets it, with each reference at its longest. */
export const documentOf = (document: unknown): string =>
  JSON.stringify(document).replaceAll(/\{"(Fn::GetAtt|Fn::ImportValue|Ref)":[^{}]*\}/g, `"${longestArn}"`);

/** A limit of AWS, and how much of it is taken. */
interface Limit {
  readonly what: string;
  readonly most: number;
  /** AWS's page that has the number. */
  readonly page: string;
  readonly taken: (templates: Synthesised) => Taken;
}

/** How much is taken: of the whole, or of each resource by itself, since each has the limit for itself. */
type Taken = number | ReadonlyMap<string, number>;

const quotas = "https://docs.aws.amazon.com";
const cloudFormation = `${quotas}/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html`;
const iam = `${quotas}/IAM/latest/UserGuide/reference_iam-quotas.html`;
const lambda = `${quotas}/lambda/latest/dg/gettingstarted-limits.html`;

const each =
  (type: string, measure: (resource: Resource) => number) =>
  ({ of }: Synthesised): ReadonlyMap<string, number> =>
    new Map(of(type).map((resource) => [`${resource.stack} ${resource.id}`, measure(resource)]));

const longest = (type: string, document: (resource: Resource) => unknown) =>
  each(type, (resource) => documentOf(document(resource) ?? {}).length);

const metricsOn = ({ properties }: MetricWidget) => properties.metrics;

const counted = (type: string) => (templates: Synthesised) => templates.of(type).length;

const eachStack: readonly Limit[] = [...synthesised().templates.keys()].flatMap((stack) => [
  {
    what: `resources in \`${stack}\``,
    most: 500,
    page: cloudFormation,
    taken: ({ templates }) => Object.keys(templates.get(stack)?.Resources ?? {}).length,
  },
  {
    what: `bytes in the template of \`${stack}\``,
    most: 1_000_000,
    page: cloudFormation,
    taken: ({ templates }) => JSON.stringify(templates.get(stack) ?? {}).length,
  },
]);

/** Every limit that grows, or could grow, with the parties of a stage. */
const limits: readonly Limit[] = [
  ...eachStack,
  {
    what: "metrics on a dashboard",
    most: 2500,
    page: `${quotas}/AmazonCloudWatch/latest/monitoring/cloudwatch_limits.html`,
    taken: (templates) =>
      new Map(
        [...bodiesIn(templates)].map(([name, { body }]) => [name, graphsOf(body).flatMap(metricsOn).length]),
      ),
  },
  {
    what: "characters of a managed policy",
    most: 6144,
    page: iam,
    taken: longest("AWS::IAM::ManagedPolicy", ({ properties }) => properties["PolicyDocument"]),
  },
  {
    what: "characters of the policies in a role",
    most: 10_240,
    page: iam,
    taken: longest("AWS::IAM::Policy", ({ properties }) => properties["PolicyDocument"]),
  },
  {
    what: "characters of a key's policy",
    most: 32_768,
    page: `${quotas}/kms/latest/developerguide/resource-limits.html`,
    taken: longest("AWS::KMS::Key", ({ properties }) => properties["KeyPolicy"]),
  },
  {
    what: "bytes of a function's settings",
    most: 4096,
    page: lambda,
    taken: longest("AWS::Lambda::Function", ({ properties }) => properties["Environment"]),
  },
  {
    what: "reserved runs, of the 1,000 that an account has, less the 100 that AWS keeps",
    most: 900,
    page: lambda,
    taken: ({ of }) =>
      of("AWS::Lambda::Function").reduce(
        (sum, { properties }) => sum + Number(properties["ReservedConcurrentExecutions"] ?? 0),
        0,
      ),
  },
  {
    what: "scopes of the user pool's API (not with an issuer of the stage's own)",
    most: 100,
    page: `${quotas}/cognito/latest/developerguide/quotas.html`,
    taken: each(
      "AWS::Cognito::UserPoolResourceServer",
      ({ properties }) => ((properties["Scopes"] ?? []) as readonly unknown[]).length,
    ),
  },
  {
    what: "alarms in the rule of a composed alarm",
    most: 100,
    page: `${quotas}/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html`,
    taken: each(
      "AWS::CloudWatch::CompositeAlarm",
      ({ properties }) => String(properties["AlarmRule"]).split("ALARM(").length - 1,
    ),
  },
  {
    what: "characters of the rule of a composed alarm",
    most: 10_240,
    page: `${quotas}/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html`,
    taken: longest("AWS::CloudWatch::CompositeAlarm", ({ properties }) => properties["AlarmRule"]),
  },
  {
    what: "alarms in a region",
    most: 5000,
    page: `${quotas}/AmazonCloudWatch/latest/monitoring/cloudwatch_limits.html`,
    taken: counted("AWS::CloudWatch::Alarm"),
  },
  {
    what: "keys in a region",
    most: 100_000,
    page: `${quotas}/kms/latest/developerguide/resource-limits.html`,
    taken: counted("AWS::KMS::Key"),
  },
];

/** How far a limit reaches. */
export interface Room {
  readonly what: string;
  readonly most: number;
  readonly page: string;
  /** With Göteborg's parties. */
  readonly taken: number;
  /** What one further provider takes. */
  readonly perProvider: number;
  /** How many further providers fit. Absent where a provider takes nothing of it. */
  readonly fit?: number;
}

const tried = 60;

/** For each limit: what is taken, what a further provider takes, and how many fit. The tightest first. */
export function roomLeft(): readonly Room[] {
  const [ours, further] = [synthesised(), withFurther(tried)];
  return limits
    .map((limit) => {
      const later = takenBy(limit, further);
      const rooms = [...takenBy(limit, ours)].map(([id, taken]) =>
        roomOf(limit, taken, ((later.get(id) ?? taken) - taken) / tried),
      );
      return rooms.toSorted(tightestFirst)[0] ?? roomOf(limit, 0, 0);
    })
    .toSorted(tightestFirst);
}

function takenBy({ taken }: Limit, templates: Synthesised): ReadonlyMap<string, number> {
  const found = taken(templates);
  return typeof found === "number" ? new Map([["", found]]) : found;
}

function roomOf({ what, most, page }: Limit, taken: number, perProvider: number): Room {
  const room = { what, most, page, taken, perProvider };
  return perProvider > 0 ? { ...room, fit: Math.floor((most - taken) / perProvider) } : room;
}

/** Where nothing grows, the fullest. */
const tightestFirst = (a: Room, b: Room): number =>
  (a.fit ?? Number.MAX_SAFE_INTEGER) - (b.fit ?? Number.MAX_SAFE_INTEGER) || b.taken - a.taken;

/** Two digits of what is large, so that a word more in a template does not change the page. */
const grouped = (number: number): string =>
  Number(number < 1000 ? number : number.toPrecision(2)).toLocaleString("en");

/** Two digits, downwards: that many fit. */
function atLeast(number: number): string {
  const unit = 10 ** Math.max(0, String(number).length - 2);
  return (Math.floor(number / unit) * unit).toLocaleString("en");
}

/** The table in docs/scale.md. */
export const roomTable = (rooms: readonly Room[]): string =>
  [
    "| limit | AWS allows | Göteborg takes | a further provider takes | further providers that fit |",
    "| --- | --- | --- | --- | --- |",
    ...rooms.map(({ what, most, page, taken, perProvider, fit }) => {
      const each = Number(perProvider.toPrecision(2)).toLocaleString("en");
      const row = [
        `[${what}](${page})`,
        most.toLocaleString("en"),
        grouped(taken),
        each,
        fit === undefined ? "any" : atLeast(fit),
      ];
      return `| ${row.join(" | ")} |`;
    }),
  ].join("\n");
