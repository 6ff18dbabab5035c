import { allEnded, type Instant, operations } from "@hemvist/casework";
import {
  accessReport,
  accessReportName,
  type LoggedAccess,
  lastWeeks,
  type ReportPeriod,
  usual,
} from "@hemvist/figures";
import { addresseesAmong, type CivilDate, civilDateAt, type Municipality, partiesOf } from "@hemvist/rules";
import { type Issued, issuedIn, type Reports, writeIssue } from "./issue-reports.ts";

interface Days {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** What the check reads of the access log. */
export interface Accesses {
  keepHeads(parties: readonly string[], at: Instant): Promise<readonly Head[]>;
  accesses(party: string, days: Days & { readonly today: CivilDate }): Promise<OfDays>;
  daysOfAccesses(party: string, days: Days): Promise<readonly CivilDate[]>;
}

type Head = Parameters<typeof accessReport>[0]["heads"][number];

interface OfDays {
  readonly accesses: readonly LoggedAccess[];
  readonly faults: Parameters<typeof accessReport>[0]["faults"];
}

interface Ports {
  readonly municipality: Municipality;
  readonly accesses: Accesses;
  readonly reports: Reports;
}

/**
 * Checks the access log of the last week that is over, once. Each run also writes down the newest entry of each chain,
 * so that a later check finds what was cut off, and this one what was cut off since the run before.
 */
export const checkAccesses =
  ({ municipality, accesses, reports }: Ports) =>
  async (at: Instant): Promise<Issued> => {
    const parties = [...addresseesAmong(partiesOf(municipality)), operations];
    const heads = await accesses.keepHeads(parties, at);
    const [week, ...formerWeeks] = lastWeeks(at, usual.weeks + 1);
    if (week === undefined) throw new Error("No week is over");
    const issued = { report: accessReportName, period: week.name } as const;
    if (await issuedIn(reports, { report: accessReportName, period: week }))
      return { ...issued, outcome: "stands" };
    const today = civilDateAt(at);
    const read = await allEnded(parties.map((party) => accesses.accesses(party, { ...week, today })));
    const former = await allEnded(parties.map((party) => countsOf(party, { formerWeeks, accesses })));
    const checked = {
      accesses: read.flatMap((one) => one.accesses),
      faults: read.flatMap(({ faults }) => faults),
      former: new Map(former),
    };
    await writeIssue(accessReport({ municipality, period: week, heads, ...checked }), reports);
    return { ...issued, outcome: "issued" };
  };

/** How many accesses a party had in each of these weeks. */
async function countsOf(
  party: string,
  { formerWeeks, accesses }: { readonly formerWeeks: readonly ReportPeriod[]; readonly accesses: Accesses },
): Promise<readonly [string, readonly number[]]> {
  const span = { from: formerWeeks.at(-1)?.from ?? "", to: formerWeeks[0]?.to ?? "" };
  const days = await accesses.daysOfAccesses(party, span);
  const counts = formerWeeks.map(({ from, to }) => days.filter((day) => from <= day && day <= to).length);
  return [party, counts];
}
