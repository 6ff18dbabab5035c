import type { Company } from "../parties/company.ts";
import {
  type Act,
  acknowledge,
  answer,
  type Desks,
  desksOf,
  goOn,
  type Report,
  silentProvider,
  startBy,
} from "../parties/providers.ts";
import { detail, heading, inStockholm, line } from "../voice/printed.ts";
import { type Diary, diaryOf } from "./diary.ts";
import { type Played, playEach } from "./play-sample.ts";
import { negotiate } from "./proposals.ts";
import type { Sample } from "./samples.ts";

/** When the curtain rises: a Monday morning in Stockholm, on the day most of the samples were decided. */
export const opening = "2026-11-02T09:00:00Z";

/** Plays it all: decisions come in, providers answer, time passes, and those who forget are reminded. */
export async function play(
  company: Company,
  { samples, verbose }: { readonly samples: readonly Sample[]; readonly verbose: boolean },
): Promise<{ played: readonly Played[]; diary: Diary }> {
  const { system } = company;
  const diary = diaryOf(company, { verbose });
  const desks = desksOf(company);

  heading(`${inStockholm(system.now())}  The administrations decide`);
  const played = await playEach(company, { samples, verbose, say: line });

  heading(
    `${inStockholm(system.now())}  The providers take what has come for them; ${silentProvider} stays silent`,
  );
  const arrived = await desks.open();
  detail(`${arrived.length} messages on their queues`);
  await reported(desks, acknowledge);
  await diary.bringUpToDate();

  await act("2026-11-03T13:00:00Z", "They answer", answer);
  await act("2026-11-09T09:00:00Z", "Interventions begin", startBy("2026-11-09"));
  await passTo("2026-11-24T10:00:00Z");
  await negotiate(company, diary);
  await act("2027-01-15T10:00:00Z", "After the new year", goOn);
  await act("2027-02-05T10:00:00Z", "The later ones begin", startBy("2027-02-05"));
  await passTo("2027-03-01T16:00:00Z");
  return { played, diary };

  async function act(
    at: string,
    what: string,
    how: (task: Parameters<typeof acknowledge>[0]) => Act | undefined,
  ): Promise<void> {
    await passTo(at);
    heading(`${inStockholm(system.now())}  ${what}`);
    await desks.open();
    await reported(desks, how);
  }

  async function passTo(instant: string): Promise<void> {
    heading(`Time passes, to ${inStockholm(instant)}`);
    await system.advance(instant, { every: "day" });
    await diary.bringUpToDate();
  }
}

/** Shows the reports: counted where they are the usual ones, one by one where something happened. */
async function reported(desks: Desks, act: Parameters<Desks["report"]>[0]): Promise<void> {
  const reports = await desks.report(act);
  const usual = (report: Report): boolean => ["received", "accepted", "in-progress"].includes(report.status);
  const counts = Map.groupBy(reports.filter(usual), ({ provider, status }) => `${provider}: ${status}`);
  for (const [what, { length }] of counts)
    detail(`${what}, ${length} ${length === 1 ? "assignment" : "assignments"}`);
  for (const { provider, assignmentId, said } of reports.filter((report) => !usual(report))) {
    detail(`${provider}: ${assignmentId} ${said}`);
  }
}
