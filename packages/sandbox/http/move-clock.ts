import { type Fault, fault } from "@hemvist/contracts";
import { type Answer, type Request, UnsettledError } from "@hemvist/local";
import * as z from "zod";
import { afterDuration } from "../clock/duration.ts";
import { ok, refused, type SandboxFault, sandboxRefusal, unreadable } from "./answers.ts";
import { bodyOf, textFaults } from "./request.ts";
import type { Sandbox } from "./sandbox-api.ts";

/** Moves time on, to an instant or by a duration. Answers when every schedule on the way has run and all is at rest. */
export async function moveClock({ clock }: Sandbox, request: Request): Promise<Answer> {
  const body = bodyOf(request);
  if ("refused" in body) return refused(body.refused, body.faults && { faults: body.faults });
  const now = Date.parse(clock.now());
  const asked = instantIn(body.fields, now);
  if ("faults" in asked) return unreadable(asked.faults);
  if (asked.instant < now) return sandboxRefusal("clock-backwards", { now: clock.now() });
  if (asked.instant > afterTenYears(now)) return unreadable([tooFar(asked.pointer)]);
  try {
    await clock.moveTo(asked.instant);
  } catch (error) {
    if (error instanceof UnsettledError) return sandboxRefusal("not-at-rest", { now: clock.now() });
    throw error;
  }
  return ok({ now: clock.now() });
}

type Asked =
  | { readonly instant: number; readonly pointer: string }
  | { readonly faults: readonly (Fault | SandboxFault)[] };

function instantIn(fields: Readonly<Record<string, unknown>>, now: number): Asked {
  const { to, by } = fields;
  const reached = typeof by === "string" ? afterDuration(now, by) : undefined;
  const isInstant = typeof to === "string" && instant.safeParse(to).success;
  const faults = [
    ...textFaults(fields, ["to", "by"]),
    ...((to === undefined) === (by === undefined) ? [toOrBy] : []),
    ...(typeof to === "string" && !isInstant ? [fault("/to", "not-an-instant")] : []),
    ...(typeof by === "string" && reached === undefined ? [notADuration] : []),
  ];
  if (faults.length > 0) return { faults };
  return isInstant
    ? { instant: Date.parse(to), pointer: "/to" }
    : { instant: reached ?? now, pointer: "/by" };
}

const instant = z.iso.datetime({ offset: true });

const notADuration: SandboxFault = {
  pointer: "/by",
  code: "not-a-duration",
  sv: "Ange en tidslängd enligt ISO 8601, som P14D eller PT1H30M.",
  en: "Give an ISO 8601 duration, such as P14D or PT1H30M.",
};

const toOrBy: SandboxFault = {
  pointer: "",
  code: "to-or-by",
  sv: "Ange antingen `to`, en tidpunkt, eller `by`, en tidslängd.",
  en: "Give either `to`, an instant, or `by`, a duration.",
};

/** Each schedule runs on the way, so a year takes some minutes. */
const tooFar = (pointer: string): SandboxFault => ({
  pointer,
  code: "too-far",
  sv: "Klockan kan flyttas högst tio år i taget.",
  en: "The clock can be moved at most ten years at a time.",
});

const afterTenYears = (now: number): number => afterDuration(now, "P10Y") ?? now;
