import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Company } from "../parties/company.ts";
import { detail, heading, inStockholm } from "../voice/printed.ts";
import type { Diary } from "./diary.ts";

const folder = join(import.meta.dirname, "../../../events/proposals");
const assignment = "/v1/assignments/sf-centrum.SFC-2026-004711.1";

/** Kompetenscenter asks for five months more of the traineeship of 01; SF agrees, and is expected to revise. */
export async function negotiate(
  { system, administrations, executors }: Company,
  diary: Diary,
): Promise<void> {
  heading(`${inStockholm(system.now())}  A provider proposes, SF decides`);
  const [made, agreed] = ["01-extend", "02-answer-agreed"].map((name) =>
    readFileSync(join(folder, `${name}.json`), "utf8"),
  );
  if (made === undefined || agreed === undefined) return;
  const { proposalId } = JSON.parse(made);

  const proposal = await executors.party("kompetenscenter").post(`${assignment}/proposals`, made);
  detail(`kompetenscenter: extend the traineeship of 01 to 2027-10-09 → ${proposal.status}`);
  const answer = await administrations
    .party("sf-centrum")
    .post(`${assignment}/proposals/${proposalId}/answer`, agreed);
  detail(`sf-centrum: agreed → ${answer.status}; the decision stays as it is until its revision comes`);
  if (proposal.status !== 200 || answer.status !== 200) throw new Error("the sample proposal was not taken");
  await system.settle();
  await diary.bringUpToDate();
}
