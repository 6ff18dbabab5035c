import { count, log } from "@hemvist/runtime";
import type { Recorded, Report } from "./record-progress.ts";

/** Logs and counts what came of each report: ids, statuses and codes. */
export const told =
  (record: (report: Report) => Promise<Recorded>) =>
  async (report: Report): Promise<Recorded> => {
    const recorded = await record(report);
    if (recorded.kind === "unreadable") {
      log.info("progress unreadable", { faults: recorded.faults.map(({ code }) => code) });
      count("ProgressUnreadable", 1, report.sender);
      return recorded;
    }
    const { progress, reported } = recorded;
    const ids = { assignment: progress.assignmentId, progress: progress.progressId, status: progress.status };
    if (reported.kind === "refused") {
      log.info("progress refused", { ...ids, why: reported.refusal.why });
      count("ProgressRefused", 1, report.sender);
    } else {
      log.info(`progress ${reported.kind}`, { ...ids, version: reported.record.version });
      if (reported.kind === "recorded") count("ProgressRecorded", 1, reported.assignment.provider);
    }
    return recorded;
  };
