import { afterAll, describe, expect, it } from "vitest";
import {
  aDecision,
  anAssessment,
  anIntervention,
  aPerson,
  aWorkPlan,
  under41,
  under44,
  under111,
  under121,
  under124,
} from "../../../test/support/a-decision.ts";
import { standing } from "../../../test/support/a-facts.ts";
import { goteborg } from "../../../test/support/goteborg.ts";
import type { Background } from "./background.ts";
import { classify } from "./classify.ts";
import { type Decision, type Intervention, type Person, type SubAreaCode, subAreaCodes } from "./decision.ts";
import { carriedOutBy, expectedProvider, failedRules, isOwnLane } from "./exhaustive-oracle.ts";
import type { Judgement } from "./judgement.ts";

// The finite space of decisions is: which law and day × which interventions × which agreement (the
// structure), and every boundary of every other field (the fields). Its full product is some 10^10 cases.
// It is walked as products of what interact, plus a proof that the rest does not:
//   - structure in full;
//   - fields of a 12:4 decision, and of a basic one, in full; but not the day of receipt, nor the fields
//     that only the other kind of decision is asked for: that those change nothing else is proven;
//   - structure × each single change of a field, where what fails must be the union of what fails in
//     each: so no rule about a field looks at the structure, nor the other way round.

const citations = [under124, under121, under111, under44, under41];
const period = { validFrom: "2020-01-01", validTo: "2030-12-31" };
const whole = { from: "2026-11-09", to: "2027-05-09" };

/** Decided on the day, with nothing to object to but what the case under trial changes. */
const base = (decidedOn: string, changes: Partial<Decision> = {}): Decision =>
  aDecision({
    ...period,
    decidedOn,
    assessment: anAssessment({ workAbility: "unclear", expectedInWorkOrStudiesBy: decidedOn }),
    basicDecision: { decisionId: "B", decidedOn: "2024-01-01", citation: under41 },
    employmentServiceConsultation: { heldOn: decidedOn },
    workPlan: aWorkPlan({ establishedOn: decidedOn }),
    ...changes,
  });

let walked = 0;

/** One case: exactly one outcome, the rules that fail are the oracle's, and everything is where it belongs. */
function check(decision: Decision, receivedOn: string, background: Background = {}): void {
  walked += 1;
  const judgement = classify(decision, { municipality: goteborg, receivedOn, background });
  const failed = failedRules(decision, receivedOn, background);
  const isReturned = failed.some((rule) => rule !== "follow-up-planned" && rule !== "follows-known");

  if (
    told(judgement) !== failed.toSorted().join() ||
    judgement.outcome !== (isReturned ? "returned" : "assigned") ||
    !isPlacedRight(judgement, decision, background)
  ) {
    expect.fail(
      `${JSON.stringify(judgement)}, but by the contract ${failed.join()}: ${JSON.stringify(decision)}`,
    );
  }
}

function told({ findings, triedRules }: Judgement): string {
  const found = [...new Set(findings.map(({ rule }) => rule))].toSorted().join();
  const unheld = triedRules.flatMap(({ rule, holds }) => (holds ? [] : [rule])).toSorted();
  return found === unheld.join() ? found : `findings ${found} but tried ${unheld.join()}`;
}

function isPlacedRight(
  { model, placements }: Judgement,
  decision: Decision,
  background: Background,
): boolean {
  if (model === undefined) return placements.length === 0;

  return decision.interventions.every((intervention, index) => {
    const placement = placements[index];
    return (
      placement?.interventionId === intervention.interventionId &&
      placement.carriedOutBy === carriedOutBy(intervention, decision) &&
      placement.parallel === !isOwnLane(intervention, decision) &&
      (intervention.from < "2022-07-01" ||
        placement.provider === expectedProvider(intervention, decision, background))
    );
  });
}

/** How many cases there were. */
function walk<T>(space: Iterable<T>, visit: (choice: T) => void): number {
  let cases = 0;
  for (const choice of space) {
    visit(choice);
    cases += 1;
  }
  return cases;
}

/** Every combination of the choices. */
function* combinations<T extends object>(
  choices: { readonly [K in keyof T]: readonly T[K][] },
): Generator<T> {
  const [first, ...rest] = Object.entries<readonly unknown[]>(choices);
  if (first === undefined) {
    yield {} as T;
    return;
  }
  const [key, values] = first;
  for (const others of combinations<Record<string, unknown>>(Object.fromEntries(rest))) {
    for (const value of values) yield { [key]: value, ...others } as T;
  }
}

const changesOfDay = ["2024-01-11", "2024-01-12", "2025-06-30", "2025-07-01", "2025-12-31", "2026-01-01"];
const days = [...changesOfDay, "2026-06-30", "2026-07-01"];
const agreements = [undefined, "SOB-EXEMPEL-1", "SOB-EXEMPEL-2", "SOB-EXEMPEL-3", "SOB-NO-SUCH"];

const holding = (subArea: SubAreaCode, companion: SubAreaCode | undefined) => [
  anIntervention({ interventionId: "1", subArea, ...whole }),
  ...(companion ? [anIntervention({ interventionId: "2", subArea: companion, ...whole })] : []),
];

/** What a 12:4 decision has that a basic one is not asked for, at each boundary, relative to one day. */
const fieldsOf124 = (decidedOn: string, dayAfter: string, inThreeYears: readonly [string, string]) => ({
  basicDecision: [
    undefined,
    { decisionId: "B", decidedOn, citation: decidedOn < "2025-07-01" ? under41 : under121 },
    { decisionId: "B", decidedOn: dayAfter, citation: dayAfter < "2025-07-01" ? under41 : under121 },
    { decisionId: "B", decidedOn, citation: decidedOn < "2025-07-01" ? under121 : under41 },
    { decisionId: "B", decidedOn, citation: decidedOn < "2025-07-01" ? under44 : under124 },
  ],
  unemployment: ["full-time", "part-time", "none"] as const,
  expectedInWorkOrStudiesBy: [undefined, "2024-02-28", ...inThreeYears],
  labourMarketMeasureAvailable: [false, true, undefined],
  consultation: [undefined, { heldOn: decidedOn }, { heldOn: dayAfter }],
  workPlan: [
    undefined,
    ...[decidedOn, dayAfter].flatMap((establishedOn) =>
      [true, false].flatMap((participationRequired) =>
        [undefined, "2026-11-08", "2026-11-09", "2027-11-08", "2027-11-09"].map((nextFollowUpOn) =>
          aWorkPlan({ establishedOn, participationRequired, nextFollowUpOn }),
        ),
      ),
    ),
  ],
});

type FieldsOf124 = {
  readonly [K in keyof ReturnType<typeof fieldsOf124>]: ReturnType<typeof fieldsOf124>[K][number];
};

const ownFields = ({ consultation, basicDecision, workPlan, ...assessment }: FieldsOf124) => ({
  assessment: anAssessment({ ...assessment }),
  basicDecision,
  workPlan,
  employmentServiceConsultation: consultation,
});

/** The last days of an old Act and of a leap February, and a day with nothing special about it. */
const daysOfFields = [
  ["2024-02-29", "2024-03-01", ["2027-02-28", "2027-03-01"], under44],
  ["2025-06-30", "2025-07-01", ["2028-06-30", "2028-07-01"], under44],
  ["2026-11-02", "2026-11-03", ["2029-11-02", "2029-11-03"], under124],
] as const;

/** Within, before, after, around and backwards; a decision with, without and with a backward last day. */
const spans = [
  ["2026-11-09", "2027-11-08"],
  ["2026-11-08", "2027-11-08"],
  ["2026-11-09", "2027-11-09"],
  ["2026-11-08", "2027-11-09"],
  ["2027-11-08", "2026-11-09"],
] as const;
const lastDays = ["2027-11-08", undefined, "2026-11-08"];

afterAll(() => {
  process.stdout.write(
    `exhaustive: ${walked.toLocaleString("en")} decisions walked, each with exactly one outcome\n`,
  );
});

describe("the whole space of decisions", { timeout: 600_000 }, () => {
  it("structure: law × day × sub-area × companion × agreement", () => {
    const space = combinations({
      citation: citations,
      decidedOn: days,
      subArea: subAreaCodes,
      companion: [undefined, ...subAreaCodes],
      parallelAgreement: agreements,
    });
    const cases = walk(space, ({ citation, decidedOn, subArea, companion, parallelAgreement }) => {
      const agreed = parallelAgreement === undefined ? {} : { parallelAgreement };
      check(base(decidedOn, { citation, interventions: holding(subArea, companion), ...agreed }), decidedOn);
    });

    expect(cases).toBe(5 * 8 * 19 * 20 * 5);
  });

  it("when interventions meet: law × two sub-areas × the days on which their periods touch", () => {
    const first = { from: "2027-01-10", to: "2027-01-20" };
    const space = combinations({
      citation: citations,
      subArea: subAreaCodes,
      companion: subAreaCodes,
      touching: [
        { from: "2027-01-01", to: "2027-01-09" },
        { from: "2027-01-01", to: "2027-01-10" },
        { from: "2027-01-15", to: "2027-01-15" },
        { from: "2027-01-20", to: "2027-02-01" },
        { from: "2027-01-21", to: "2027-02-01" },
      ],
    });
    const cases = walk(space, ({ citation, subArea, companion, touching }) => {
      const interventions = [
        anIntervention({ subArea, ...first }),
        anIntervention({ interventionId: "2", subArea: companion, ...touching }),
      ];
      check(base("2026-11-02", { citation, interventions }), "2026-11-02");
    });

    expect(cases).toBe(5 * 19 * 19 * 5);
  });

  it("what is offered: law × sub-area × service × first day", () => {
    const space = combinations({
      citation: citations,
      subArea: subAreaCodes,
      service: [undefined, "kc-friskvard", "kc-praktik", "ama-yrkesintro", "kc-datakurs", "no-such"],
      from: ["2022-06-30", "2022-07-01", "2024-01-11", "2024-01-12", "2026-06-30", "2026-07-01"],
    });
    const cases = walk(space, ({ citation, subArea, service, from }) => {
      const interventions = [anIntervention({ subArea, service, from, to: "2026-12-31" })];
      check(base("2026-11-02", { citation, interventions }), "2026-11-02");
    });

    expect(cases).toBe(5 * 19 * 6 * 6);
  });

  it.each(daysOfFields)("fields of a 12:4 decision of %s", (decidedOn, dayAfter, inThreeYears, citation) => {
    const space = combinations({
      ...fieldsOf124(decidedOn, dayAfter, inThreeYears),
      validTo: lastDays,
      span: spans,
    });
    const cases = walk(space, ({ validTo, span: [from, to], ...own }) => {
      const interventions = [anIntervention({ from, to })];
      const dated = { decidedOn, citation, validFrom: "2026-11-09", validTo };
      check(aDecision({ ...ownFields(own), ...dated, interventions }), decidedOn);
    });

    expect(cases).toBe(5 * 3 * 4 * 3 * 3 * 21 * 3 * 5);
  });

  it("which basic decision: law and day of the decision × section × Act × day × id", () => {
    const around = ["2024-01-11", "2025-06-30", "2025-07-01", "2026-11-02", "2026-11-03"];
    const space = combinations({
      dated: [
        { decidedOn: "2025-06-30", citation: under44 },
        { decidedOn: "2025-07-01", citation: under124 },
        { decidedOn: "2026-11-02", citation: under124 },
      ],
      legalBasis: ["sol-12-4", "sol-12-1", "sol-11-1"] as const,
      act: ["SFS 2001:453", "SFS 2025:400"] as const,
      basicOn: around,
      decisionId: ["B", aDecision().decisionId],
    });
    const cases = walk(space, ({ dated, legalBasis, act, basicOn, decisionId }) => {
      const basicDecision = { decisionId, decidedOn: basicOn, citation: { legalBasis, act } };
      check(base(dated.decidedOn, { ...dated, basicDecision }), dated.decidedOn);
    });

    expect(cases).toBe(3 * 3 * 2 * 5 * 2);
  });

  it("fields of a basic decision, and a revocation of it", () => {
    const space = combinations({
      citation: [under121, under111, under41],
      decidedOn: ["2025-06-30", "2025-07-01"],
      span: spans,
      validTo: lastDays,
      workAbility: ["established", "unclear"] as const,
      needed: [true, false],
      subArea: subAreaCodes,
      receivedOn: ["2025-06-29", "2025-06-30", "2025-07-01"],
      revocation: [undefined, { on: "2026-01-01", reason: "replaced" }] as const,
    });
    const cases = walk(space, ({ span: [from, to], subArea, workAbility, needed, receivedOn, ...others }) => {
      const assessment = anAssessment({ workAbility, needsInvestigationOrRehabilitation: needed });
      const interventions = [anIntervention({ subArea, from, to })];
      check(aDecision({ ...others, validFrom: "2026-11-09", assessment, interventions }), receivedOn);
    });

    expect(cases).toBe(3 * 2 * 5 * 3 * 2 * 2 * 19 * 3 * 2);
  });
});

/** Two numbers, a reference and a protected one, each alone and as what replaces another. */
const [number, reference] = ["189001189803", "SFC-REF-1"];
const people: readonly Person[] = [
  ...[number, "189102039816"].flatMap((identityNumber) =>
    [undefined, number, reference].map((replaces) => ({
      ...aPerson,
      identityNumber,
      ...(replaces ? { replaces } : {}),
    })),
  ),
  ...[undefined, number].map((replaces) => ({
    protectedIdentity: false as const,
    reference,
    birthDate: "1890-01-18",
    givenName: "Sample",
    ...(replaces ? { replaces } : {}),
  })),
  { protectedIdentity: true, reference },
  { protectedIdentity: true, reference: "SFC-REF-2" },
];
const [first, second] = holding("job.traineeship", "health.diet-exercise") as [Intervention, Intervention];
const follows = "sf-centrum.SFC-2025-001200.1";

describe("what stands, and what is followed", { timeout: 600_000 }, () => {
  it("a revision: who × who stood there × what has ended × what it asks for × a revocation", () => {
    const space = combinations({
      person: people,
      before: people,
      ended: [[], ["1"], ["2"], ["1", "2"], ["3"]],
      held: [
        [first, second],
        [first],
        [second, first],
        [{ ...first, to: "2027-05-08" }, second],
        [first, { ...second, service: "kc-friskvard" }],
        [first, { ...second, decidedOn: "2026-11-03" }],
        [first, second, { ...first, interventionId: "3" }],
      ] as const,
      revocation: [undefined, { on: "2026-11-02", reason: "replaced" }] as const,
    });
    const cases = walk(space, ({ person, before, ended, held, revocation }) => {
      const decision = base("2026-11-02", {
        person,
        revision: 2,
        interventions: held,
        ...(revocation ? { revocation } : {}),
      });
      const background = standing(base("2026-11-02", { person: before, interventions: [first, second] }), {
        endedInterventions: new Set(ended),
      });
      check(decision, "2026-11-02", background);
    });

    expect(cases).toBe(10 * 10 * 5 * 7 * 2);
  });

  it("a revocation: its day × its revision × the first day × the last days", () => {
    const around = ["2026-11-01", "2026-11-02", "2026-11-03", "2027-11-07", "2027-11-08", "2027-11-09"];
    const lasts = [undefined, "2027-11-08", "2027-11-07", "9999-12-31"];
    const space = combinations({
      on: ["1999-01-01", ...around, "2098-01-01"],
      revision: [1, 2],
      validTo: lasts,
      firstDecidedOn: [undefined, "2026-11-02", "2026-11-03"],
      stoodTo: lasts,
    });
    const cases = walk(space, ({ on, revision, validTo, firstDecidedOn, stoodTo }) => {
      const { validTo: _, ...open } = base("2026-11-02", {
        revision,
        revocation: { on, reason: "replaced" },
      });
      const last = (day: string | undefined) => (day === undefined ? {} : { validTo: day });
      const background =
        firstDecidedOn === undefined ? {} : standing({ ...open, ...last(stoodTo) }, { firstDecidedOn });
      check({ ...open, ...last(validTo) }, "2026-11-02", background);
    });

    expect(cases).toBe(8 * 2 * 4 * 3 * 4);
  });

  it("when an intervention was decided: its day × the decision's × the first × its receipt × its revision", () => {
    const around = ["2026-11-01", "2026-11-02", "2026-11-03"];
    const space = combinations({
      decidedOn: [undefined, "1900-01-01", ...around, "2098-01-01"],
      moved: around,
      firstDecidedOn: [undefined, ...around],
      receivedOn: around,
      revision: [1, 2],
    });
    const cases = walk(space, ({ decidedOn, moved, firstDecidedOn, receivedOn, revision }) => {
      const interventions = [anIntervention(decidedOn === undefined ? {} : { decidedOn })];
      const background = firstDecidedOn === undefined ? {} : standing(base(moved), { firstDecidedOn });
      check(base(moved, { revision, interventions }), receivedOn, background);
    });

    expect(cases).toBe(6 * 3 * 4 * 3 * 2);
  });

  it("days before either Act: the consultation's × the work plan's × the basic decision's", () => {
    const early = ["1900-01-01", "2001-12-31", "2002-01-01"];
    const cases = walk(combinations({ consulted: early, established: early, basic: early }), (days) => {
      check(
        base("2026-11-02", {
          employmentServiceConsultation: { heldOn: days.consulted },
          workPlan: aWorkPlan({ establishedOn: days.established }),
          basicDecision: { decisionId: "B", decidedOn: days.basic, citation: under41 },
        }),
        "2026-11-02",
      );
    });

    expect(cases).toBe(3 * 3 * 3);
  });

  it("what follows: law × sub-area × service × what was found", () => {
    const providers = ["kompetenscenter", "arbetsmarknadsanstallning", "sf-nordost", "no-such"];
    const space = combinations({
      citation: citations,
      subArea: subAreaCodes,
      service: [undefined, "ama-yrkesintro", "no-such"],
      found: [undefined, "nothing", ...providers.flatMap((one) => [`${one} theirs`, `${one} another's`])],
    });
    const cases = walk(space, ({ citation, subArea, service, found }) => {
      const interventions = [anIntervention({ subArea, service, follows, ...whole })];
      const [provider = "", whose] = found?.split(" ") ?? [];
      const followed = new Map(whose ? [[follows, { provider, samePerson: whose === "theirs" }]] : []);
      check(base("2026-11-02", { citation, interventions }), "2026-11-02", found ? { followed } : {});
    });

    expect(cases).toBe(5 * 19 * 3 * 10);
  });
});

describe("what was thinned out", { timeout: 600_000 }, () => {
  const [decidedOn, dayAfter, inThreeYears] = daysOfFields[2];

  it("a decision received too early fails in that, and otherwise as it would have", () => {
    const fields = combinations(fieldsOf124(decidedOn, dayAfter, inThreeYears));
    const cases = walk(fields, (own) => {
      const decision = aDecision({ decidedOn, ...ownFields(own) });
      const failed = failedRules(decision, decidedOn);

      check(decision, "2023-01-01");
      expect(failedRules(decision, "2023-01-01")).toEqual(["decided-when-received", ...failed]);
    });

    expect(cases).toBe(5 * 3 * 4 * 3 * 3 * 21);
  });

  it("a basic decision is judged the same whatever it says in the fields of a 12:4 decision", () => {
    const judgements = new Set<string>();
    for (const own of combinations(fieldsOf124(decidedOn, dayAfter, inThreeYears))) {
      const { assessment, ...others } = ownFields(own);
      const unclear = { ...assessment, workAbility: "unclear" } as const;
      const interventions = holding("social.networks", "job.coaching");
      const decision = aDecision({
        decidedOn,
        citation: under121,
        interventions,
        ...others,
        assessment: unclear,
      });
      judgements.add(JSON.stringify(classify(decision, { municipality: goteborg, receivedOn: decidedOn })));
    }

    expect(judgements.size).toBe(1);
  });

  it("a 12:4 decision is judged the same whatever it says of work ability", () => {
    for (const workPlan of [aWorkPlan(), undefined]) {
      const judgements = new Set<string>();
      for (const { workAbility, needed } of combinations({
        workAbility: ["established", "unclear"] as const,
        needed: [true, false],
      })) {
        const assessment = anAssessment({ workAbility, needsInvestigationOrRehabilitation: needed });
        judgements.add(
          JSON.stringify(
            classify(aDecision({ assessment, workPlan }), { municipality: goteborg, receivedOn: decidedOn }),
          ),
        );
      }
      expect(judgements.size).toBe(1);
    }
  });

  it("what fails in a structure with a field changed is what fails in each of them, and nothing more", () => {
    const sound = base(decidedOn);
    const fields = fieldsOf124(decidedOn, dayAfter, inThreeYears);
    const changes: readonly Partial<Decision>[] = [
      ...fields.basicDecision.map((basicDecision) => ({ basicDecision })),
      ...fields.unemployment.map((unemployment) => ({ assessment: { ...sound.assessment, unemployment } })),
      ...fields.expectedInWorkOrStudiesBy.map((by) => ({
        assessment: { ...sound.assessment, expectedInWorkOrStudiesBy: by },
      })),
      ...fields.labourMarketMeasureAvailable.map((available) => ({
        assessment: { ...sound.assessment, labourMarketMeasureAvailable: available },
      })),
      ...fields.consultation.map((employmentServiceConsultation) => ({ employmentServiceConsultation })),
      ...fields.workPlan.map((workPlan) => ({ workPlan })),
      { assessment: { ...sound.assessment, workAbility: "established" } },
      { validTo: undefined },
    ] as readonly Partial<Decision>[];

    for (const { citation, subArea, companion, change } of combinations({
      citation: citations,
      subArea: subAreaCodes,
      companion: [undefined, ...subAreaCodes],
      change: changes,
    })) {
      const interventions = holding(subArea, companion);
      const structure = told(
        classify({ ...sound, citation, interventions }, { municipality: goteborg, receivedOn: decidedOn }),
      );
      const alone = classify(
        { ...sound, citation, interventions: laneOf(citation), ...change },
        { municipality: goteborg, receivedOn: decidedOn },
      );
      const both = classify(
        { ...sound, citation, interventions, ...change },
        { municipality: goteborg, receivedOn: decidedOn },
      );
      const union = [...new Set([...structure.split(","), ...told(alone).split(",")])]
        .filter(Boolean)
        .toSorted();

      if (told(both) !== union.join())
        expect.fail(`${subArea}, ${companion}: ${told(both)}, not ${union.join()}`);
    }
    expect(changes.length).toBeGreaterThan(30);
  });
});

/** Something in its own lane, with nothing else to object to. */
function laneOf({ legalBasis }: Decision["citation"]) {
  return legalBasis === "sol-12-4"
    ? holding("job.traineeship", undefined)
    : holding("social.networks", undefined);
}
