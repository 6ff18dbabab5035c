import type { AssignmentStatus, CaseRecord } from "@hemvist/casework";
import { assignmentEvents, decisionView, inboxEvents, parsedJson, readDecision } from "@hemvist/contracts";
import { describe, expect, it } from "vitest";
import { decisionView as viewOf } from "../../functions/read-case/views.ts";
import {
  aProposal,
  aReport,
  followedUp,
  progressed,
  proposed,
  received,
  settled,
} from "../support/a-case.ts";
import { goteborg } from "../support/goteborg.ts";
import { namesIn, textOf } from "./sample-files.ts";

const schemas = { ...assignmentEvents, ...inboxEvents };
const isKnown = (name: string): name is keyof typeof schemas => name in schemas;

/** What is wrong with each message of a version, by its schema; empty where all are what the contract says. */
function faultsIn({ outbox }: CaseRecord): readonly string[] {
  return outbox.flatMap(({ queue, event }) => {
    const happening = event.type.replace("se.goteborg.hemvist.", "").replace(".v1", "");
    const ofQueue = queue.startsWith("inbox-") ? inboxEvents : assignmentEvents;
    if (!isKnown(happening) || !(happening in ofQueue)) return [`${queue} has no ${happening}`];
    const { error } = schemas[happening].safeParse(event);
    return (error?.issues ?? []).map(({ path, message }) => `${happening} ${path.join("/")}: ${message}`);
  });
}

const happeningsIn = ({ outbox }: CaseRecord): readonly string[] =>
  outbox.map(({ event }) => event.type.replace("se.goteborg.hemvist.", "").replace(".v1", ""));

const decisionIn = (path: string) => {
  const read = readDecision(parsedJson(textOf(path)), { receivedOn: "2026-11-02", municipality: goteborg });
  if (!read.ok) throw new Error(`${path} cannot be read`);
  return read.value;
};

/** A report with an id as the contract wants it. */
const reportOf = (status: AssignmentStatus) => aReport(status, { progressId: uuidOf(status) });
const uuidOf = (text: string): string =>
  `0f6c1b2a-5d3e-4c7a-9b10-${[...text]
    .reduce((sum, letter) => sum + letter.charCodeAt(0), 0)
    .toString()
    .padStart(12, "0")}`;

const first = received(decisionIn("decisions/01-traineeship-with-diet-and-exercise.json"));
const accepted = progressed(first, reportOf("received"), reportOf("accepted"));
const underWay = progressed(accepted, reportOf("in-progress"));
const asked = proposed(underWay);
const revised = (path: string, after: CaseRecord) =>
  received(decisionIn(path), { after, at: "2026-11-06T09:00:00Z" });
const { person: _known, ...revision2 } = decisionIn("decisions/22-revision-2-of-01.json");
const nowProtected = received(
  { ...revision2, person: { protectedIdentity: true, reference: "SFC-SKYDD-0007" } },
  { after: first, at: "2026-11-06T09:00:00Z" },
);

const life: Readonly<Record<string, CaseRecord>> = {
  "a decision assigned": first,
  "a revision": revised("decisions/22-revision-2-of-01.json", first),
  "a revocation": revised(
    "decisions/23-revocation-of-07.json",
    received(decisionIn("decisions/07-subsidised-job.json")),
  ),
  "a report": accepted,
  "an interruption, with its reason": progressed(underWay, reportOf("on-hold")),
  "an end, with its result": progressed(underWay, reportOf("completed")),
  "a rejection": progressed(first, reportOf("rejected")),
  "a failure": progressed(accepted, reportOf("failed")),
  "without an acknowledgement": followedUp(first, "2026-11-04T08:00:00Z"),
  "nor on the next step": followedUp(followedUp(first, "2026-11-04T08:00:00Z"), "2026-11-11T08:00:00Z"),
  "without an answer": followedUp(progressed(first, reportOf("received")), "2026-11-10T08:00:00Z"),
  "a day in a year's time, when much is due": followedUp(underWay, "2027-10-12T08:00:00Z"),
  "a basic decision not carried out": followedUp(
    received(decisionIn("decisions/02-everyday-life-and-an-assessment.json")),
    "2027-02-08T09:00:00Z",
  ),
  "a proposal": asked,
  "one that replaces it": proposed(asked, aProposal({ proposalId: "prop-2" })),
  "a proposal agreed to": settled(asked, { to: "agreed" }),
  "a proposal declined": settled(asked, { to: "declined", reason: "no-means" }),
  "a proposal withdrawn": settled(asked, { to: "withdrawn" }),
  "a proposal without an answer": followedUp(asked, "2026-12-08T09:00:00Z"),
  "an agreed proposal and its revision": revised(
    "decisions/22-revision-2-of-01.json",
    settled(asked, { to: "agreed" }),
  ),
  "an identity protected later on": nowProtected,
};

describe("every message that the casework drafts is what its schema says", () => {
  it.each(Object.entries(life))("%s", (_what, record) => {
    expect(record.outbox.length).toBeGreaterThan(0);
    expect(faultsIn(record)).toEqual([]);
  });

  it.each(namesIn("decisions").filter((name) => !/^2[2347]-/.test(name)))("of decisions/%s", (name) => {
    expect(faultsIn(received(decisionIn(`decisions/${name}`)))).toEqual([]);
  });

  it.each(namesIn("decisions/invalid").filter((name) => name.startsWith("returned-")))("of %s", (name) => {
    const record = received(decisionIn(`decisions/invalid/${name}`));

    expect(happeningsIn(record)).toEqual(["decision.returned"]);
    expect(faultsIn(record)).toEqual([]);
  });

  it("and no schema is left without a message", () => {
    const seen = new Set(Object.values(life).flatMap(happeningsIn));
    // The answer to a message that stored nothing comes from the functions, and their tests try it.
    const fromFunctions = ["decision.unreadable", "decision.refused", "progress.refused", "proposal.refused"];

    expect([...seen, "decision.returned", ...fromFunctions].sort()).toEqual(Object.keys(schemas).sort());
  });

  it("gives a provider neither number nor name of a protected person", () => {
    const { outbox } = received(decisionIn("decisions/04-protected-person.json"));
    const text = JSON.stringify(outbox);

    expect(text).not.toMatch(/identityNumber|givenName|familyName/);
    expect(text).toContain("SFS-SKYDD-0042");
  });
});

describe("the view of a decision, with all of its history", () => {
  it.each(Object.entries(life))("%s", (_what, record) => {
    expect(decisionView.safeParse(viewOf(record, goteborg)).error?.issues).toBeUndefined();
  });
});
