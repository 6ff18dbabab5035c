import { type Fault, fault } from "@hemvist/contracts";
import { periodOf, type ReportName, type ReportPeriod, reportNames } from "@hemvist/figures";
import type { Answer, Request } from "@hemvist/local";
import { type Municipality, modelInForceOn } from "@hemvist/rules";
import { ok, refused, type SandboxFault, sandboxRefusal, unreadable } from "./answers.ts";
import { issuerOf } from "./issuer.ts";
import { reportFiles } from "./report-files.ts";
import { bodyOf, textFaults } from "./request.ts";
import type { Sandbox } from "./sandbox-api.ts";

/** The files of a report as it would be issued at this instant. Nothing is issued. */
export async function reportAsked({ system, clock }: Sandbox, request: Request): Promise<Answer> {
  const body = bodyOf(request);
  if ("refused" in body) return refused(body.refused, body.faults && { faults: body.faults });
  const asked = wantedIn(body.fields, issuerOf(system).municipality);
  if ("faults" in asked) return unreadable(asked.faults);
  if (asked.period.ends > clock.now())
    return sandboxRefusal("period-not-over", { ends: asked.period.ends, now: clock.now() });
  return ok({ files: await reportFiles(system, asked) });
}

type Wanted =
  | { readonly report: ReportName; readonly period: ReportPeriod }
  | { readonly faults: readonly (Fault | SandboxFault)[] };

function wantedIn(fields: Readonly<Record<string, unknown>>, municipality: Municipality): Wanted {
  const { kind, period: name } = fields;
  const report = reportNames.find((each) => each === kind);
  const period = report && typeof name === "string" ? periodOf(report, name) : undefined;
  const isPeriod = period !== undefined && modelInForceOn(municipality, period.to) !== undefined;
  const faults = [
    ...textFaults(fields, ["kind", "period"]),
    ...["kind", "period"]
      .filter((each) => fields[each] === undefined)
      .map((each) => fault(`/${each}`, "missing")),
    ...(typeof kind === "string" && report === undefined ? [fault("/kind", "not-one-of")] : []),
    ...(typeof name === "string" && report !== undefined && !isPeriod ? [notAPeriod] : []),
  ];
  return report !== undefined && isPeriod && faults.length === 0 ? { report, period } : { faults };
}

const notAPeriod: SandboxFault = {
  pointer: "/period",
  code: "not-a-period",
  sv: "Ange en period som rapporten ges ut för: ett kvartal (2026Q4), en månad för agenda (2026-11) eller vecka 40 (2026W40).",
  en: "Give a period for which the report is issued: a quarter (2026Q4), a month for agenda (2026-11), or week 40 (2026W40).",
};
