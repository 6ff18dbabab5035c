import type { Assignment, Progress, Refusal } from "@hemvist/casework";
import { openTo } from "@hemvist/casework";
import { type Named, progressNamedIn } from "@hemvist/contracts";
import { civilDateAt } from "@hemvist/rules";
import { type HttpAnswer, type HttpRequest, refusal } from "@hemvist/runtime";
import { noteProgress } from "./log-outcome.ts";
import type { Recorded } from "./record-progress.ts";
import type { Report } from "./report.ts";

/** POST /v1/assignments/{assignmentId}/progress. */
export const postProgress =
  (record: (report: Report) => Promise<Recorded>) =>
  async ({ caller, body, parameters, receivedAt, traceparent }: HttpRequest): Promise<HttpAnswer> => {
    const recorded = await record({
      message: body,
      receivedAt,
      sender: caller.party,
      addressedTo: parameters["assignmentId"] ?? "",
      ...(traceparent ? { traceparent } : {}),
    });
    noteProgress(recorded, caller.party);
    const named = progressNamedIn(body, civilDateAt(receivedAt));
    if (recorded.kind === "unreadable") return refusal("unreadable", { ...named, faults: recorded.faults });
    const { progress, reported } = recorded;
    if (reported.kind === "refused") return refused(reported.refusal, named);
    const has = reported.assignment.provider === caller.party;
    return { status: 200, body: has ? standOf(reported.assignment) : asReported(progress) };
  };

/** For a provider that repeats a report on an assignment that has since moved to another. */
const asReported = ({ assignmentId, status, occurredAt }: Progress) => ({
  assignmentId,
  status,
  statusAt: occurredAt,
  open: [],
});

const standOf = ({ assignmentId, status, statusAt }: Assignment) => ({
  assignmentId,
  status,
  statusAt,
  open: openTo(status),
});

function refused(refused: Refusal, named: Named): HttpAnswer {
  switch (refused.why) {
    case "no-such-assignment":
      return refusal("not-found", named);
    case "not-open":
      return refusal("not-open", { ...named, assignmentStatus: refused.status, open: refused.open });
    case "not-yours":
    case "progress-id-taken":
    case "in-the-future":
    case "before-the-decision":
    case "before-the-last":
    case "outside-the-assignment":
    case "too-many":
    case "no-room": {
      const { why, ...details } = refused;
      return refusal(why, { ...named, ...details });
    }
  }
}
