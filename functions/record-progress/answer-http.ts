import type { Assignment, Refusal } from "@hemvist/casework";
import { openTo } from "@hemvist/casework";
import { type Named, progressNamedIn } from "@hemvist/contracts";
import { civilDateAt } from "@hemvist/rules";
import { type HttpAnswer, type HttpRequest, refusal } from "@hemvist/runtime";
import type { Recorded } from "./record-progress.ts";
import type { Report } from "./report.ts";

/** POST /v1/assignments/{assignmentId}/progress. */
export const postProgress =
  (record: (report: Report) => Promise<Recorded>) =>
  async ({ body, parameters, receivedAt, traceparent }: HttpRequest): Promise<HttpAnswer> => {
    const recorded = await record({
      message: body,
      receivedAt,
      addressedTo: parameters["assignmentId"] ?? "",
      ...(traceparent ? { traceparent } : {}),
    });
    const named = progressNamedIn(body, civilDateAt(receivedAt));
    if (recorded.kind === "unreadable") return refusal("unreadable", { ...named, faults: recorded.faults });
    const { reported } = recorded;
    return reported.kind === "refused"
      ? refused(reported.refusal, named)
      : { status: 200, body: standOf(reported.assignment) };
  };

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
      const { why, ...told } = refused;
      return refusal(why, { ...named, ...told });
    }
  }
}
