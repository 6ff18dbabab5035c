import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import type { Judged } from "./judge-all.ts";
import type { Principal } from "./principals.ts";
import type { JudgedResource } from "./resources.ts";
import { kindFor, linesOf, tableOf } from "./table.ts";

const use = z.object({
  principal: z.string(),
  action: z.string(),
  resource: z.string(),
  context: z.record(z.string(), z.string()),
});

type Use = z.infer<typeof use>;

/** What test/journeys/grants-used.ts wrote down. */
export const usesIn = (folder: string): readonly Use[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl"))
    .flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n"))
    .filter((line) => line !== "")
    .map((line) => use.parse(JSON.parse(line)));

/** The lines of the table that something used, and those that nothing did. */
export const usedAmong = (judged: Judged, uses: readonly Use[]) => {
  const usedLines = new Set(uses.flatMap((one) => linesFor(judged, one)));
  const [used = [], unused = []] = [true, false].map((is) =>
    linesOf(tableOf(judged)).filter((line) => usedLines.has(line) === is),
  );
  return { used, unused };
};

/** A use of a key through a service is one of the key by itself too, where that is what the principal may. */
const linesFor = (
  { principals, resources }: Judged,
  { principal: arn, action, resource, context }: Use,
): readonly string[] => {
  const name = action.split(":")[1] ?? "";
  const on = resourceAt(resources, resource);
  if (on === undefined) return [];
  const hows = ["", ...waysIn(context)];
  return principals
    .filter((principal) => isOne(principal, arn))
    .flatMap((principal) =>
      hows.map((how) => `${principal.name}: ${[name, how].join(" ").trim()} on ${kindFor(principal, on)}`),
    );
};

/** A person in a journey has all of the policies. */
const isOne = ({ name, arn }: Principal, used: string): boolean =>
  used.includes(":user/") ? name.startsWith("people with") : arn === used && !name.endsWith("for a stranger");

/** An object is at the first place that has its name. */
const resourceAt = (resources: readonly JudgedResource[], arn: string): JudgedResource | undefined => {
  const [bucket, ...key] = arn.split("/");
  if (!arn.startsWith("arn:aws:s3:::") || key.length === 0) return resources.find((one) => one.arn === arn);
  const objects = resources.filter((one) => one.type === "s3:object" && one.arn.startsWith(`${bucket}/`));
  return objects.find(({ has }) => has?.test(key.join("/")));
};

const waysIn = (context: Readonly<Record<string, string>>): readonly string[] => {
  const service = context["kms:ViaService"]?.split(".")[0];
  return [
    ...(service === undefined ? [] : [`through ${service}`]),
    ...(context["s3:if-none-match"] === undefined ? [] : ["if nothing is there"]),
    ...(context["lambda:InvokedViaFunctionUrl"] === undefined ? [] : ["at its URL"]),
  ];
};
