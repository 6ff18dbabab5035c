import { type CaseRecord, type Proposed, propose, settle } from "@hemvist/casework";
import { parsedJson, readProposal, readProposalAnswer, readWithdrawal } from "@hemvist/contracts";
import { expect, it } from "vitest";
import { received } from "../support/a-case.ts";
import { goteborg } from "../support/goteborg.ts";
import { namesIn, readme, textOf } from "./sample-files.ts";

const inReadme = (name: string): string | undefined =>
  readme()
    .split("\n")
    .find((line) => line.includes(`](proposals/${name})`))
    ?.split("|")[3]
    ?.replaceAll("`", "")
    .trim();

/** What a sample does to the record, whichever kind of message it is. */
function taken(record: CaseRecord, name: string): Proposed {
  const message = parsedJson(textOf(`proposals/${name}`));
  const cause = { municipality: goteborg, at: "2026-11-30T12:00:00Z", causationId: name };
  const proposal = readProposal(message);
  if (proposal.ok) return propose(record, proposal.value, { cause });
  for (const read of [readProposalAnswer(message), readWithdrawal(message)]) {
    if (read.ok) return settle(record, read.value, { cause });
  }
  throw new Error(`${name} cannot be read`);
}

it("events/proposals: each is taken, one after the other, and becomes what its row says", () => {
  let record = received();
  for (const name of namesIn("proposals")) {
    const proposed = taken(record, name);
    if (proposed.kind !== "recorded") throw new Error(`${name} is not taken`);
    expect([name, proposed.proposal.status]).toEqual([name, inReadme(name)]);
    record = proposed.record;
  }

  expect(record.proposals.map(({ status }) => status).sort()).toEqual([
    "agreed",
    "declined",
    "proposed",
    "superseded",
    "withdrawn",
  ]);
});
