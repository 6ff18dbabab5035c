import { correlationIdOf } from "@hemvist/casework";
import { addDays, civilDateAt, decisionsFrom, instantOf, progressFrom } from "@hemvist/rules";
import { worst } from "../../support/a-year-of-reports.ts";
import { goteborg } from "../../support/goteborg.ts";
import type { Seeded } from "../world/seeded.ts";
import { day, hour, minute, second, type VirtualTime } from "../world/virtual-time.ts";
import { envelopesOf } from "./envelope.ts";
import { contentOf, type DecisionContent } from "./generated-decision.ts";
import type { Poster } from "./posting.ts";

interface Options {
  readonly time: VirtualTime;
  readonly chance: Seeded;
  readonly post: Poster["post"];
}

/** The decision that partners without measure write about. */
export const flooded = { administration: "sf-centrum", decisionId: "D-without-measure" } as const;

const provider = "kompetenscenter";
const enveloped = envelopesOf(goteborg);
const [assignments, days, reportsADay, proposals, returned, revisions] = [5, 3, 60, 100, 20, 60];

/**
 * A provider whose system retries with a fresh id each time, hundreds of times a day, and an SF whose system sends dozens
 * of revisions. The provider's texts are those that compress least. At the end SF sets the mark of protected identity,
 * and revokes the decision. The table of such a world is an eighth as large, so that they fill it in two days.
 */
export function partiesWithoutMeasure({ time, chance, post }: Options): void {
  const decidedOn = civilDateAt(instantOf(time.now()));
  const matter = { ...flooded, decidedOn, isBasic: false, identityNumber: "18900118-9803" };
  let serial = 0;

  function sendRevision(revision: number, changes: object = {}): void {
    serial += 1;
    const wording = { revision, serial, isWithinModel: true, isProtected: false, isRevoked: false };
    const content: DecisionContent = {
      ...contentOf(matter, wording, chance),
      interventions: Array.from({ length: assignments }, (_, index) => ({
        interventionId: String(index + 1),
        subArea: "job.traineeship",
        from: addDays(decidedOn, 7),
        to: addDays(decidedOn, 300),
      })),
      ...changes,
    };
    const body = JSON.stringify(content);
    const { caseNumber } = content;
    post({
      queue: decisionsFrom(flooded.administration),
      body,
      decision: { pk: correlationIdOf(flooded), revision, caseNumber, body, isNewer: false, isHashed: false },
    });
  }

  let uuids = 0;
  function sendToHemvist(happening: string, message: object): void {
    uuids += 1;
    post({
      queue: progressFrom(provider),
      body: JSON.stringify(enveloped(happening, message)),
      group: correlationIdOf(flooded),
      deduplicationId: `without measure ${uuids}`,
    });
  }
  const nextUuid = (): string => `00000000-0000-4000-9000-${String(uuids).padStart(12, "0")}`;
  const assignmentOf = (number: number): string =>
    `${correlationIdOf(flooded)}.${1 + (number % assignments)}`;

  function report(number: number, status: string, needs: object): void {
    const occurredAt = instantOf(time.now());
    const ids = { progressId: nextUuid(), assignmentId: assignmentOf(number), occurredAt };
    sendToHemvist("progress.reported", { ...ids, status, ...needs });
  }

  /** On hold and in progress again, without end. */
  function reportAllDay(): void {
    for (let number = 0; number < reportsADay * assignments; number += 1) {
      const isOnHold = Math.floor(number / assignments) % 2 === 0;
      report(number, isOnHold ? "on-hold" : "in-progress", isOnHold ? worst(number + uuids) : {});
    }
  }

  function propose(): void {
    for (let number = 0; number < proposals; number += 1) {
      const ids = { proposalId: nextUuid(), assignmentId: assignmentOf(number) };
      const wish = { kind: "extend", to: addDays(decidedOn, 301 + number) };
      sendToHemvist("proposal.made", { ...ids, wish, madeAt: instantOf(time.now()) });
    }
  }

  time.after(minute, () => sendRevision(1));
  time.after(hour, () => {
    for (let number = 0; number < assignments; number += 1) {
      report(number, "accepted", { expectedStartOn: addDays(decidedOn, 7) });
      report(number, "in-progress", {});
    }
  });
  for (let each = 0; each < days; each += 1) time.after(each * day + 2 * hour, reportAllDay);
  time.after(3 * hour, propose);

  const evening = (days - 1) * day + 8 * hour;
  for (let each = 0; each < returned; each += 1)
    time.after(evening + each * second, () => sendRevision(2, { validTo: undefined }));
  const night = evening + 2 * hour;
  for (let each = 0; each < revisions; each += 1)
    time.after(night + each * 10 * minute, () => sendRevision(2 + each));
  const person = { protectedIdentity: true, reference: "SKYDD-1" };
  const revocation = { on: addDays(decidedOn, 6), reason: "person-died" };
  time.after(night + revisions * 10 * minute, () => sendRevision(2 + revisions, { person }));
  time.after(night + (revisions + 1) * 10 * minute, () =>
    sendRevision(3 + revisions, { person, revocation }),
  );
}
