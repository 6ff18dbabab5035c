import { describe, expect, it } from "vitest";
import {
  aBasicDecision,
  aDecision,
  anAssessment,
  anIntervention,
  aWorkPlan,
  under44,
  under121,
  under124,
} from "../../../test/support/a-decision.ts";
import { factsOf } from "../../../test/support/a-facts.ts";
import type { Decision } from "../decision.ts";
import { rules } from "../models/rules.ts";
import type { Bilingual } from "../rule.ts";

interface Told {
  readonly rule: string;
  readonly when: string;
  readonly decision: () => Decision;
  readonly circumstances?: { readonly receivedOn: string };
  readonly message: Bilingual;
  readonly wouldHoldIf: Bilingual;
}

const basic = { decisionId: "SFC-2026-003002", decidedOn: "2026-09-01", citation: under121 };

/** What a case worker is told, word for word, in each way that a rule may fail. */
const told: readonly Told[] = [
  {
    rule: "legal-basis-in-force",
    when: "the old Act after its time",
    decision: () => aDecision({ citation: under44 }),
    message: {
      sv: "Beslutet hänvisar till SFS 2001:453, men den 2026-11-02 gällde SFS 2025:400.",
      en: "The decision cites SFS 2001:453, but on 2026-11-02 the Act in force was SFS 2025:400.",
    },
    wouldHoldIf: {
      sv: "Skulle hålla om beslutet hänvisade till motsvarande paragraf i SFS 2025:400.",
      en: "Would hold if it cited the corresponding section of SFS 2025:400.",
    },
  },
  {
    rule: "decided-when-received",
    when: "dated ahead",
    decision: () => aDecision(),
    circumstances: { receivedOn: "2026-11-01" },
    message: {
      sv: "Beslutet är daterat 2026-11-02, efter den 2026-11-01 då det togs emot.",
      en: "The decision is dated 2026-11-02, after 2026-11-01, when it was received.",
    },
    wouldHoldIf: {
      sv: "Skulle hålla om beslutet vore fattat senast 2026-11-01, eller skickades den 2026-11-02.",
      en: "Would hold if it had been decided by 2026-11-01, or were sent on 2026-11-02.",
    },
  },
  {
    rule: "period-in-order",
    when: "a decision that ends before it begins",
    decision: () => aDecision({ validFrom: "2027-11-09" }),
    message: {
      sv: "Sista dagen 2027-11-08 ligger före första dagen 2027-11-09.",
      en: "The last day, 2027-11-08, is before the first, 2027-11-09.",
    },
    wouldHoldIf: {
      sv: "Skulle hålla om sista dagen vore 2027-11-09 eller senare.",
      en: "Would hold if the last day were 2027-11-09 or later.",
    },
  },
  {
    rule: "intervention-within-decision",
    when: "an intervention after the decision",
    decision: () => aDecision({ interventions: [anIntervention({ to: "2027-12-01" })] }),
    message: {
      sv: "Insatsen 2026-11-09 till 2027-12-01 ligger inte inom beslutets tid, från 2026-11-09 till 2027-11-08.",
      en: "The intervention, 2026-11-09 to 2027-12-01, is not within the decision, from 2026-11-09 to 2027-11-08.",
    },
    wouldHoldIf: {
      sv: "Skulle hålla om insatsen började tidigast 2026-11-09 och slutade senast 2027-11-08.",
      en: "Would hold if it began on 2026-11-09 or later and ended by 2027-11-08.",
    },
  },
  {
    rule: "intervention-within-decision",
    when: "an intervention before a decision without a last day",
    decision: () =>
      aDecision({ validTo: undefined, interventions: [anIntervention({ from: "2026-11-08" })] }),
    message: {
      sv: "Insatsen 2026-11-08 till 2027-05-09 ligger inte inom beslutets tid, från 2026-11-09 tills vidare.",
      en: "The intervention, 2026-11-08 to 2027-05-09, is not within the decision, from 2026-11-09 until further notice.",
    },
    wouldHoldIf: {
      sv: "Skulle hålla om insatsen började tidigast 2026-11-09.",
      en: "Would hold if it began on 2026-11-09 or later.",
    },
  },
  {
    rule: "time-limited",
    when: "no last day",
    decision: () => aDecision({ validTo: undefined }),
    message: {
      sv: "Beslutet har ingen sista dag, men deltagande begärs under viss tid.",
      en: "The decision has no last day, but participation is asked for a limited time.",
    },
    wouldHoldIf: {
      sv: "Skulle vara ett 12:4-beslut om det hade en sista dag.",
      en: "Would be a 12:4 decision if it had a last day.",
    },
  },
  {
    rule: "basic-decision-named",
    when: "no basic decision",
    decision: () => aDecision({ basicDecision: undefined }),
    message: {
      sv: "Det grundläggande beslutet om försörjningsstöd är inte angivet.",
      en: "The basic decision on income support is not named.",
    },
    wouldHoldIf: {
      sv: "Skulle hålla om det grundläggande beslutet angavs.",
      en: "Would hold if the basic decision were named.",
    },
  },
  {
    rule: "basic-decision-named",
    when: "one that is none",
    decision: () => aDecision({ basicDecision: { ...basic, citation: under124 } }),
    message: {
      sv: "Det beslut som anges som grundläggande är inte det.",
      en: "The decision named as the basic one is not a basic decision.",
    },
    wouldHoldIf: {
      sv: "Skulle hålla om det hade fattats enligt 12 kap. 1 § eller 11 kap. 1 § (tidigare 4 kap. 1 §) SoL.",
      en: "Would hold if it had been made under 12 kap. 1 § or 11 kap. 1 § (before, 4 kap. 1 §) SoL.",
    },
  },
  {
    rule: "basic-decision-named",
    when: "one under an Act that did not apply",
    decision: () => aDecision({ basicDecision: { ...basic, decidedOn: "2025-06-30" } }),
    message: {
      sv: "Det grundläggande beslutet hänvisar till SFS 2025:400, men den 2025-06-30 gällde SFS 2001:453.",
      en: "The basic decision cites SFS 2025:400, but on 2025-06-30 the Act in force was SFS 2001:453.",
    },
    wouldHoldIf: {
      sv: "Skulle hålla om det hänvisade till motsvarande paragraf i SFS 2001:453.",
      en: "Would hold if it cited the corresponding section of SFS 2001:453.",
    },
  },
  {
    rule: "basic-decision-named",
    when: "one made later",
    decision: () => aDecision({ basicDecision: { ...basic, decidedOn: "2026-11-03" } }),
    message: {
      sv: "Det grundläggande beslutet är fattat 2026-11-03, efter detta, 2026-11-02.",
      en: "The basic decision was made on 2026-11-03, after this one, 2026-11-02.",
    },
    wouldHoldIf: {
      sv: "Skulle hålla om det grundläggande beslutet hade fattats senast 2026-11-02.",
      en: "Would hold if the basic decision had been made by 2026-11-02.",
    },
  },
  {
    rule: "unemployed",
    when: "not unemployed",
    decision: () => aDecision({ assessment: anAssessment({ unemployment: "none" }) }),
    message: { sv: "Klienten bedöms inte vara arbetslös.", en: "The client is not judged to be unemployed." },
    wouldHoldIf: {
      sv: "Skulle vara ett 12:4-beslut om klienten bedömdes vara arbetslös på hel- eller deltid.",
      en: "Would be a 12:4 decision if the client were judged unemployed, full or part time.",
    },
  },
  {
    rule: "needs-job-or-competence",
    when: "neither job nor competence",
    decision: () => aDecision({ interventions: [anIntervention({ subArea: "social.networks" })] }),
    message: {
      sv: "Ingen insats ligger inom det jobbfokuserade eller det kompetenshöjande området.",
      en: "No intervention is in the job-focused or the competence-raising area.",
    },
    wouldHoldIf: {
      sv: "Skulle vara ett 12:4-beslut om minst en insats låg inom ett av de områdena.",
      en: "Would be a 12:4 decision if at least one intervention were in one of those areas.",
    },
  },
  {
    rule: "within-three-years",
    when: "not said when",
    decision: () => aDecision({ assessment: anAssessment({ expectedInWorkOrStudiesBy: undefined }) }),
    message: {
      sv: "Det är inte angivet när klienten beräknas komma i arbete eller reguljära studier.",
      en: "It is not said when the client is expected in work or regular studies.",
    },
    wouldHoldIf: {
      sv: "Skulle vara ett 12:4-beslut om det beräknades ske senast 2029-11-02.",
      en: "Would be a 12:4 decision if that were expected by 2029-11-02.",
    },
  },
  {
    rule: "within-three-years",
    when: "too late",
    decision: () => aDecision({ assessment: anAssessment({ expectedInWorkOrStudiesBy: "2029-11-03" }) }),
    message: {
      sv: "Klienten beräknas komma i arbete eller reguljära studier 2029-11-03, efter 2029-11-02.",
      en: "The client is expected in work or regular studies by 2029-11-03, after 2029-11-02.",
    },
    wouldHoldIf: {
      sv: "Skulle vara ett 12:4-beslut om det beräknades ske senast 2029-11-02.",
      en: "Would be a 12:4 decision if that were expected by 2029-11-02.",
    },
  },
  {
    rule: "work-plan-with-participation",
    when: "no work plan",
    decision: () => aDecision({ workPlan: undefined }),
    message: { sv: "Det finns ingen arbetsplan.", en: "There is no work plan." },
    wouldHoldIf: {
      sv: "Skulle vara ett 12:4-beslut om en arbetsplan med krav på medverkan hade fastställts senast 2026-11-02.",
      en: "Would be a 12:4 decision if a work plan that requires participation had been established by 2026-11-02.",
    },
  },
  {
    rule: "work-plan-with-participation",
    when: "a work plan established later",
    decision: () => aDecision({ workPlan: aWorkPlan({ establishedOn: "2026-11-03" }) }),
    message: {
      sv: "Arbetsplanen fastställdes 2026-11-03, efter beslutet 2026-11-02.",
      en: "The work plan was established on 2026-11-03, after the decision of 2026-11-02.",
    },
    wouldHoldIf: {
      sv: "Skulle vara ett 12:4-beslut om arbetsplanen hade fastställts senast 2026-11-02.",
      en: "Would be a 12:4 decision if the work plan had been established by 2026-11-02.",
    },
  },
  {
    rule: "work-plan-with-participation",
    when: "a work plan that asks for nothing",
    decision: () => aDecision({ workPlan: aWorkPlan({ participationRequired: false }) }),
    message: {
      sv: "Arbetsplanen ställer inte krav på medverkan.",
      en: "The work plan does not require participation.",
    },
    wouldHoldIf: {
      sv: "Skulle vara ett 12:4-beslut om arbetsplanen ställde krav på medverkan.",
      en: "Would be a 12:4 decision if the work plan required participation.",
    },
  },
  {
    rule: "employment-service-consulted",
    when: "no consultation",
    decision: () => aDecision({ employmentServiceConsultation: undefined }),
    message: {
      sv: "Samråd med Arbetsförmedlingen är inte angivet.",
      en: "No consultation with Arbetsförmedlingen is given.",
    },
    wouldHoldIf: {
      sv: "Skulle vara ett 12:4-beslut om samråd med Arbetsförmedlingen hade skett senast 2026-11-02.",
      en: "Would be a 12:4 decision if Arbetsförmedlingen had been consulted by 2026-11-02.",
    },
  },
  {
    rule: "employment-service-consulted",
    when: "consulted later",
    decision: () => aDecision({ employmentServiceConsultation: { heldOn: "2026-11-03" } }),
    message: {
      sv: "Samråd med Arbetsförmedlingen hölls 2026-11-03, efter beslutet 2026-11-02.",
      en: "Arbetsförmedlingen was consulted on 2026-11-03, after the decision of 2026-11-02.",
    },
    wouldHoldIf: {
      sv: "Skulle vara ett 12:4-beslut om samråd med Arbetsförmedlingen hade skett senast 2026-11-02.",
      en: "Would be a 12:4 decision if Arbetsförmedlingen had been consulted by 2026-11-02.",
    },
  },
  {
    rule: "no-suitable-labour-market-measure",
    when: "a measure that can be offered",
    decision: () => aDecision({ assessment: anAssessment({ labourMarketMeasureAvailable: true }) }),
    message: {
      sv: "Personen kan erbjudas en lämplig arbetsmarknadspolitisk åtgärd.",
      en: "The person can be offered a suitable labour-market measure.",
    },
    wouldHoldIf: {
      sv: "Skulle vara ett 12:4-beslut om personen inte hade kunnat erbjudas någon sådan åtgärd.",
      en: "Would be a 12:4 decision if no such measure could have been offered.",
    },
  },
  {
    rule: "no-suitable-labour-market-measure",
    when: "not said whether one can be",
    decision: () => aDecision({ assessment: anAssessment({ labourMarketMeasureAvailable: undefined }) }),
    message: {
      sv: "Det är inte angivet om personen kan erbjudas en lämplig arbetsmarknadspolitisk åtgärd.",
      en: "It is not said whether the person can be offered a suitable labour-market measure.",
    },
    wouldHoldIf: {
      sv: "Skulle vara ett 12:4-beslut om personen inte hade kunnat erbjudas någon sådan åtgärd.",
      en: "Would be a 12:4 decision if no such measure could have been offered.",
    },
  },
  {
    rule: "work-ability-unclear-or-later",
    when: "able to work now",
    decision: () => aBasicDecision({ assessment: anAssessment() }),
    message: {
      sv: "Arbetsförmågan är klarlagd, och ingen utredning eller rehabilitering behövs först.",
      en: "Work ability is established, and no investigation or rehabilitation is needed first.",
    },
    wouldHoldIf: {
      sv: "Skulle vara ett grundläggande beslut om arbetsförmågan inte var klarlagd, eller om utredning eller rehabilitering behövdes först.",
      en: "Would be a basic decision if work ability were unclear, or investigation or rehabilitation were needed first.",
    },
  },
  {
    rule: "needs-social-or-health",
    when: "neither social nor health",
    decision: () => aBasicDecision({ interventions: [anIntervention()] }),
    message: {
      sv: "Ingen insats ligger inom det sociala eller det hälsorelaterade området.",
      en: "No intervention is in the social or the health-related area.",
    },
    wouldHoldIf: {
      sv: "Skulle vara ett grundläggande beslut om minst en insats låg inom ett av de områdena, eller om en överenskommelse från SoB angavs.",
      en: "Would be a basic decision if at least one intervention were in one of those areas, or an agreement of SoB were named.",
    },
  },
  {
    rule: "health-complements",
    when: "health alone",
    decision: () => aDecision({ interventions: [anIntervention({ subArea: "health.diet-exercise" })] }),
    message: {
      sv: "Arbvux hälsoinsats har ingen jobbfokuserad eller kompetenshöjande insats vid sin sida.",
      en: "Arbvux's health intervention has no job-focused or competence-raising one beside it.",
    },
    wouldHoldIf: {
      sv: "Skulle hålla om en sådan insats pågick någon dag från 2026-11-09 till 2027-05-09.",
      en: "Would hold if such an intervention went on for some day from 2026-11-09 to 2027-05-09.",
    },
  },
  {
    rule: "parallel-agreed",
    when: "no agreement named",
    decision: () =>
      aDecision({
        interventions: [
          anIntervention({ subArea: "social.networks" }),
          anIntervention({ subArea: "social.coordination" }),
        ],
      }),
    message: {
      sv: "Insatser löper parallellt (social.networks, social.coordination), men ingen överenskommelse från SoB är angiven.",
      en: "Interventions run in parallel (social.networks, social.coordination), but no agreement of SoB is named.",
    },
    wouldHoldIf: {
      sv: "Skulle hålla om en överenskommelse angavs som gällde den 2026-11-02 och omfattade social.networks, social.coordination.",
      en: "Would hold if an agreement were named that was in force on 2026-11-02 and covered social.networks, social.coordination.",
    },
  },
  {
    rule: "parallel-agreed",
    when: "an agreement that is not in force",
    decision: () =>
      aDecision({
        parallelAgreement: "NO-SUCH",
        interventions: [anIntervention({ subArea: "social.networks" })],
      }),
    message: {
      sv: "Insatser löper parallellt (social.networks), men den angivna överenskommelsen gällde inte den 2026-11-02.",
      en: "Interventions run in parallel (social.networks), but the agreement named was not in force on 2026-11-02.",
    },
    wouldHoldIf: {
      sv: "Skulle hålla om en överenskommelse angavs som gällde den 2026-11-02 och omfattade social.networks.",
      en: "Would hold if an agreement were named that was in force on 2026-11-02 and covered social.networks.",
    },
  },
  {
    rule: "parallel-agreed",
    when: "an agreement that does not cover it",
    decision: () =>
      aBasicDecision({
        parallelAgreement: "SOB-EXEMPEL-1",
        interventions: [anIntervention({ subArea: "job.subsidised" })],
      }),
    message: {
      sv: "Insatsen löper parallellt, men SOB-EXEMPEL-1 omfattar inte job.subsidised.",
      en: "The intervention runs in parallel, but SOB-EXEMPEL-1 does not cover job.subsidised.",
    },
    wouldHoldIf: {
      sv: "Skulle hålla om SOB-EXEMPEL-1 omfattade job.subsidised; den omfattar competence.general, competence.adapted-learning, job.market-knowledge, job.coaching.",
      en: "Would hold if SOB-EXEMPEL-1 covered job.subsidised; it covers competence.general, competence.adapted-learning, job.market-knowledge, job.coaching.",
    },
  },
  {
    rule: "service-in-catalogue",
    when: "a service that nobody offers",
    decision: () => aDecision({ interventions: [anIntervention({ service: "kc-no-such" })] }),
    message: {
      sv: "Tjänsten finns inte i tjänstekatalogen för job.traineeship hos arbvux den 2026-11-09.",
      en: "The service is not in the catalogue for job.traineeship by arbvux on 2026-11-09.",
    },
    wouldHoldIf: {
      sv: "Skulle hålla om en tjänst angavs som erbjuds då, för det delområdet och den utföraren, eller ingen tjänst alls.",
      en: "Would hold if it named a service offered then, for that sub-area and executor, or no service at all.",
    },
  },
  {
    rule: "provider-available",
    when: "nobody offers it",
    decision: () => aDecision({ interventions: [anIntervention({ from: "2022-06-30" })] }),
    message: {
      sv: "Ingen utförare hos arbvux erbjuder job.traineeship den 2022-06-30.",
      en: "No provider at arbvux offers job.traineeship on 2022-06-30.",
    },
    wouldHoldIf: {
      sv: "Skulle hålla om insatsen började en dag då någon utförare erbjuder job.traineeship.",
      en: "Would hold if it began on a day when some provider offers job.traineeship.",
    },
  },
  {
    rule: "follow-up-planned",
    when: "no follow-up",
    decision: () => aDecision({ workPlan: aWorkPlan({ nextFollowUpOn: undefined }) }),
    message: {
      sv: "Arbetsplanen säger inte när den ska följas upp.",
      en: "The work plan does not say when it is to be followed up.",
    },
    wouldHoldIf: {
      sv: "Skulle hålla om uppföljningen låg tidigast 2026-11-09 och senast 2027-11-08.",
      en: "Would hold if the follow-up were on 2026-11-09 or later, and by 2027-11-08.",
    },
  },
  {
    rule: "follow-up-planned",
    when: "a follow-up too late",
    decision: () => aDecision({ workPlan: aWorkPlan({ nextFollowUpOn: "2027-11-09" }) }),
    message: {
      sv: "Uppföljningen 2027-11-09 ligger utanför beslutets tid.",
      en: "The follow-up, 2027-11-09, is outside the decision's period.",
    },
    wouldHoldIf: {
      sv: "Skulle hålla om uppföljningen låg tidigast 2026-11-09 och senast 2027-11-08.",
      en: "Would hold if the follow-up were on 2026-11-09 or later, and by 2027-11-08.",
    },
  },
  {
    rule: "follow-up-planned",
    when: "a follow-up too early, and no last day",
    decision: () => aDecision({ validTo: undefined, workPlan: aWorkPlan({ nextFollowUpOn: "2026-11-08" }) }),
    message: {
      sv: "Uppföljningen 2026-11-08 ligger utanför beslutets tid.",
      en: "The follow-up, 2026-11-08, is outside the decision's period.",
    },
    wouldHoldIf: {
      sv: "Skulle hålla om uppföljningen låg tidigast 2026-11-09.",
      en: "Would hold if the follow-up were on 2026-11-09 or later.",
    },
  },
];

describe("what a rule says", () => {
  it.each(told)("$rule: $when", ({ rule, decision, circumstances, message, wouldHoldIf }) => {
    const facts = factsOf(decision(), circumstances);
    const breaches = rules.find(({ id }) => id === rule)?.breaches(facts);

    expect(breaches).toMatchObject([{ message, wouldHoldIf }]);
  });
});
