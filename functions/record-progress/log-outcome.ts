import { shownCodes } from "@hemvist/contracts";
import { count, log } from "@hemvist/runtime";
import type { Recorded } from "./record-progress.ts";
import type { Acts } from "./record-proposal.ts";
import type { Report } from "./report.ts";

/** Logs and counts the outcome of each report: ids, statuses and codes. */
export const logged =
  (record: (report: Report) => Promise<Recorded>) =>
  async (report: Report): Promise<Recorded> => {
    const recorded = await record(report);
    if (recorded.kind === "unreadable") {
      log.info("progress unreadable", { faults: shownCodes(recorded.faults) });
      count("ProgressUnreadable", { provider: report.sender });
      return recorded;
    }
    const { progress, reported } = recorded;
    const ids = { assignment: progress.assignmentId, progress: progress.progressId, status: progress.status };
    if (reported.kind === "refused") {
      log.info("progress refused", { ...ids, why: reported.refusal.why });
      count("ProgressRefused", { provider: report.sender });
    } else {
      log.info(`progress ${reported.kind}`, { ...ids, version: reported.record.version });
      if (reported.kind === "recorded") count("ProgressRecorded", { provider: reported.assignment.provider });
    }
    return recorded;
  };

/** The same of proposals. */
export const loggedProposals = ({ made, withdrawn }: Acts): Acts => ({
  made: loggedProposal("made", made),
  withdrawn: loggedProposal("withdrawn", withdrawn),
});

const loggedProposal =
  (what: keyof Acts, act: Acts["made"]): Acts["made"] =>
  async (report) => {
    const recorded = await act(report);
    if (recorded.kind === "unreadable") {
      log.info("proposal unreadable", { what, faults: shownCodes(recorded.faults) });
      return recorded;
    }
    const { assignmentId: assignment, proposalId: proposal, proposed } = recorded;
    const why = proposed.kind === "refused" ? proposed.refusal.why : undefined;
    log.info(`proposal ${proposed.kind}`, { what, assignment, proposal, why });
    return recorded;
  };
