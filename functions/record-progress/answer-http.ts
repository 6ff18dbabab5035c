import type { Assignment, Refusal } from "@hemvist/casework";
import { openTo } from "@hemvist/casework";
import { type HttpAnswer, type HttpRequest, refusal } from "@hemvist/runtime";
import type { Recorded, Report } from "./record-progress.ts";

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
    if (recorded.kind === "unreadable") return refusal("unreadable", { faults: recorded.faults });
    const { reported } = recorded;
    return reported.kind === "refused"
      ? refused(reported.refusal)
      : { status: 200, body: standOf(reported.assignment) };
  };

const standOf = ({ assignmentId, status, statusAt }: Assignment) => ({
  assignmentId,
  status,
  statusAt,
  open: openTo(status),
});

function refused(why: Refusal): HttpAnswer {
  switch (why.why) {
    case "no-such-assignment":
      return refusal("not-found");
    case "not-open":
      return refusal("not-open", { assignmentStatus: why.status, open: why.open });
    case "before-the-assignment":
      return refusal("before-the-assignment", { requestedAt: why.requestedAt });
    case "not-yours":
    case "progress-id-taken":
      return refusal(why.why);
  }
}
