import { describe, expect, it } from "vitest";
import {
  aBasicDecision,
  aDecision,
  anAssessment,
  anIntervention,
  aPerson,
  aWorkPlan,
  under41,
  under44,
  under121,
  under124,
} from "../../../test/support/a-decision.ts";
import { factsOf, standing } from "../../../test/support/a-facts.ts";
import type { Background } from "../engine/background.ts";
import type { Decision } from "../engine/decision.ts";
import type { Bilingual } from "../engine/rule.ts";
import { rules } from "../municipalities/goteborg/rules.ts";

interface Told {
  readonly rule: string;
  readonly when: string;
  readonly decision: () => Decision;
  readonly circumstances?: { readonly receivedOn?: string; readonly background?: Background };
  readonly message: Bilingual;
  readonly wouldHoldIf: Bilingual;
}

const basic = { decisionId: "SFC-2026-003002", decidedOn: "2026-09-01", citation: under121 };

/** What a caseworker reads, word for word, in each way that a rule may fail. */
const told: readonly Told[] = [
  {
    rule: "legal-basis-in-force",
    when: "the old Act after its time",
    decision: () => aDecision({ citation: under44 }),
    message: {
      sv: "Beslutet hänvisar till den gamla socialtjänstlagen (2001:453), men 2026-11-02 gällde socialtjänstlagen (2025:400).",
      en: "The decision cites the old Social Services Act (2001:453), but on 2026-11-02 the Social Services Act (2025:400) was in force.",
    },
    wouldHoldIf: {
      sv: "Det skulle räcka att beslutet hänvisade till 12 kap. 4 § SoL.",
      en: "It would be enough for the decision to cite 12 kap. 4 § SoL.",
    },
  },
  {
    rule: "decided-when-received",
    when: "dated ahead",
    decision: () => aDecision(),
    circumstances: { receivedOn: "2026-11-01" },
    message: {
      sv: "Beslutet är daterat 2026-11-02 men togs emot redan 2026-11-01.",
      en: "The decision is dated 2026-11-02 but was received on 2026-11-01.",
    },
    wouldHoldIf: {
      sv: "Det skulle räcka att samma beslut skickades igen 2026-11-02 eller senare, eller att det hade fattats senast 2026-11-01.",
      en: "It would be enough to send the same decision again on 2026-11-02 or later, or for it to have been made by 2026-11-01.",
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
      sv: "Det skulle räcka att sista dagen var 2027-11-09 eller senare.",
      en: "It would be enough for the last day to be 2027-11-09 or later.",
    },
  },
  {
    rule: "intervention-within-decision",
    when: "an intervention after the decision",
    decision: () => aDecision({ interventions: [anIntervention({ to: "2027-12-01" })] }),
    message: {
      sv: "Insatsen, 2026-11-09 till 2027-12-01, ligger inte inom beslutets giltighetstid, från 2026-11-09 till 2027-11-08.",
      en: "The intervention, 2026-11-09 to 2027-12-01, is not within the decision's period, from 2026-11-09 to 2027-11-08.",
    },
    wouldHoldIf: {
      sv: "Det skulle räcka att insatsen började tidigast 2026-11-09 och slutade senast 2027-11-08.",
      en: "It would be enough for it to begin on 2026-11-09 or later and end by 2027-11-08.",
    },
  },
  {
    rule: "intervention-within-decision",
    when: "an intervention before a decision without a last day",
    decision: () =>
      aDecision({ validTo: undefined, interventions: [anIntervention({ from: "2026-11-08" })] }),
    message: {
      sv: "Insatsen, 2026-11-08 till 2027-05-09, ligger inte inom beslutets giltighetstid, från 2026-11-09 tills vidare.",
      en: "The intervention, 2026-11-08 to 2027-05-09, is not within the decision's period, from 2026-11-09 until further notice.",
    },
    wouldHoldIf: {
      sv: "Det skulle räcka att insatsen började tidigast 2026-11-09.",
      en: "It would be enough for it to begin on 2026-11-09 or later.",
    },
  },
  {
    rule: "time-limited",
    when: "no last day",
    decision: () => aDecision({ validTo: undefined }),
    message: {
      sv: "Beslutet har ingen sista dag, men deltagande får bara begäras under viss tid.",
      en: "The decision has no last day, but participation may only be asked for a limited time.",
    },
    wouldHoldIf: {
      sv: "Det skulle vara ett 12:4-beslut om det hade en sista dag.",
      en: "It would be a 12:4 decision if it had a last day.",
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
      sv: "Det skulle räcka att det grundläggande beslutet angavs.",
      en: "It would be enough to name the basic decision.",
    },
  },
  {
    rule: "basic-decision-named",
    when: "one that is none",
    decision: () => aDecision({ basicDecision: { ...basic, citation: under124 } }),
    message: {
      sv: "Det beslut som anges som grundläggande är inte ett beslut om försörjningsstöd.",
      en: "The decision named as the basic one is not a decision on income support.",
    },
    wouldHoldIf: {
      sv: "Det skulle räcka att ett beslut enligt 12 kap. 1 § SoL angavs.",
      en: "It would be enough to name a decision under 12 kap. 1 § SoL.",
    },
  },
  {
    rule: "basic-decision-named",
    when: "one under an Act that did not apply",
    decision: () => aDecision({ basicDecision: { ...basic, decidedOn: "2025-06-30" } }),
    message: {
      sv: "Det grundläggande beslutet hänvisar till socialtjänstlagen (2025:400), men 2025-06-30 gällde den gamla socialtjänstlagen (2001:453).",
      en: "The basic decision cites the Social Services Act (2025:400), but on 2025-06-30 the old Social Services Act (2001:453) was in force.",
    },
    wouldHoldIf: {
      sv: "Det skulle räcka att det hänvisade till 4 kap. 1 § SoL.",
      en: "It would be enough for it to cite 4 kap. 1 § SoL.",
    },
  },
  {
    rule: "basic-decision-named",
    when: "one made later",
    decision: () => aDecision({ basicDecision: { ...basic, decidedOn: "2026-11-03" } }),
    message: {
      sv: "Det grundläggande beslutet fattades 2026-11-03, alltså efter det här beslutet (2026-11-02).",
      en: "The basic decision was made on 2026-11-03, which is after this one (2026-11-02).",
    },
    wouldHoldIf: {
      sv: "Det skulle räcka att det grundläggande beslutet hade fattats senast 2026-11-02.",
      en: "It would be enough for the basic decision to have been made by 2026-11-02.",
    },
  },
  {
    rule: "unemployed",
    when: "not unemployed",
    decision: () => aDecision({ assessment: anAssessment({ unemployment: "none" }) }),
    message: {
      sv: "Den enskilde bedöms inte vara arbetslös.",
      en: "The person is not judged to be unemployed.",
    },
    wouldHoldIf: {
      sv: "Det skulle vara ett 12:4-beslut om den enskilde bedömdes vara arbetslös på hel- eller deltid.",
      en: "It would be a 12:4 decision if the person were judged unemployed, full or part time.",
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
      sv: "Det skulle vara ett 12:4-beslut om minst en insats låg inom ett av de områdena.",
      en: "It would be a 12:4 decision if at least one intervention were in one of those areas.",
    },
  },
  {
    rule: "within-three-years",
    when: "not said when",
    decision: () => aDecision({ assessment: anAssessment({ expectedInWorkOrStudiesBy: undefined }) }),
    message: {
      sv: "Det är inte angivet när den enskilde beräknas komma i arbete eller reguljära studier.",
      en: "It is not said when the person is expected in work or regular studies.",
    },
    wouldHoldIf: {
      sv: "Det skulle vara ett 12:4-beslut om det beräknades ske tidigast 2026-11-02 och senast 2029-11-02.",
      en: "It would be a 12:4 decision if that were expected on 2026-11-02 or later, and by 2029-11-02.",
    },
  },
  {
    rule: "within-three-years",
    when: "too late",
    decision: () => aDecision({ assessment: anAssessment({ expectedInWorkOrStudiesBy: "2029-11-03" }) }),
    message: {
      sv: "Den enskilde beräknas komma i arbete eller reguljära studier 2029-11-03, mer än tre år efter beslutet (senast 2029-11-02).",
      en: "The person is expected in work or regular studies by 2029-11-03, more than three years after the decision (2029-11-02 at the latest).",
    },
    wouldHoldIf: {
      sv: "Det skulle vara ett 12:4-beslut om det beräknades ske tidigast 2026-11-02 och senast 2029-11-02.",
      en: "It would be a 12:4 decision if that were expected on 2026-11-02 or later, and by 2029-11-02.",
    },
  },
  {
    rule: "work-plan-with-participation",
    when: "no work plan",
    decision: () => aDecision({ workPlan: undefined }),
    message: { sv: "Det finns ingen arbetsplan.", en: "There is no work plan." },
    wouldHoldIf: {
      sv: "Det skulle vara ett 12:4-beslut om en arbetsplan med krav på medverkan hade fastställts senast 2026-11-02.",
      en: "It would be a 12:4 decision if a work plan that requires participation had been established by 2026-11-02.",
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
      sv: "Det skulle vara ett 12:4-beslut om arbetsplanen hade fastställts senast 2026-11-02.",
      en: "It would be a 12:4 decision if the work plan had been established by 2026-11-02.",
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
      sv: "Det skulle vara ett 12:4-beslut om arbetsplanen ställde krav på medverkan.",
      en: "It would be a 12:4 decision if the work plan required participation.",
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
      sv: "Det skulle vara ett 12:4-beslut om samråd med Arbetsförmedlingen hade skett senast 2026-11-02.",
      en: "It would be a 12:4 decision if Arbetsförmedlingen had been consulted by 2026-11-02.",
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
      sv: "Det skulle vara ett 12:4-beslut om samråd med Arbetsförmedlingen hade skett senast 2026-11-02.",
      en: "It would be a 12:4 decision if Arbetsförmedlingen had been consulted by 2026-11-02.",
    },
  },
  {
    rule: "no-suitable-labour-market-measure",
    when: "a measure that can be offered",
    decision: () => aDecision({ assessment: anAssessment({ labourMarketMeasureAvailable: true }) }),
    message: {
      sv: "Den enskilde kan erbjudas en lämplig arbetsmarknadspolitisk åtgärd.",
      en: "The person can be offered a suitable labour-market measure.",
    },
    wouldHoldIf: {
      sv: "Det skulle vara ett 12:4-beslut om den enskilde inte hade kunnat erbjudas någon sådan åtgärd.",
      en: "It would be a 12:4 decision if no such measure could have been offered.",
    },
  },
  {
    rule: "no-suitable-labour-market-measure",
    when: "not said whether one can be",
    decision: () => aDecision({ assessment: anAssessment({ labourMarketMeasureAvailable: undefined }) }),
    message: {
      sv: "Det är inte angivet om den enskilde kan erbjudas en lämplig arbetsmarknadspolitisk åtgärd.",
      en: "It is not said whether the person can be offered a suitable labour-market measure.",
    },
    wouldHoldIf: {
      sv: "Det skulle vara ett 12:4-beslut om den enskilde inte hade kunnat erbjudas någon sådan åtgärd.",
      en: "It would be a 12:4 decision if no such measure could have been offered.",
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
      sv: "Det skulle vara ett grundläggande beslut om arbetsförmågan inte var klarlagd, eller om utredning eller rehabilitering behövdes först.",
      en: "It would be a basic decision if work ability were unclear, or investigation or rehabilitation were needed first.",
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
      sv: "Det skulle vara ett grundläggande beslut om minst en insats låg inom ett av de områdena, eller om en överenskommelse i SoB angavs som omfattar en av insatserna.",
      en: "It would be a basic decision if at least one intervention were in one of those areas, or if an agreement of SoB were named that covers one of them.",
    },
  },
  {
    rule: "health-complements",
    when: "health alone",
    decision: () => aDecision({ interventions: [anIntervention({ subArea: "health.diet-exercise" })] }),
    message: {
      sv: "Arbvux hälsoinsats kompletterar ingen jobbfokuserad eller kompetenshöjande insats.",
      en: "Arbvux's health intervention complements no job-focused or competence-raising one.",
    },
    wouldHoldIf: {
      sv: "Det skulle räcka att en sådan insats pågick minst en dag under tiden 2026-11-09 till 2027-05-09.",
      en: "It would be enough for such an intervention to go on for at least one day from 2026-11-09 to 2027-05-09.",
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
      sv: "Insatser utförs parallellt (stärkande av nätverk, social samordning), men ingen överenskommelse i SoB är angiven.",
      en: "Interventions run in parallel (strengthening networks, social coordination), but no agreement of SoB is named.",
    },
    wouldHoldIf: {
      sv: "Det skulle räcka att en överenskommelse angavs som gällde 2026-11-02 och omfattade stärkande av nätverk, social samordning.",
      en: "It would be enough to name an agreement that was in force on 2026-11-02 and covered strengthening networks, social coordination.",
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
      sv: "Insatser utförs parallellt (stärkande av nätverk), men den angivna överenskommelsen finns inte eller gällde inte 2026-11-02.",
      en: "Interventions run in parallel (strengthening networks), but the agreement named does not exist or was not in force on 2026-11-02.",
    },
    wouldHoldIf: {
      sv: "Det skulle räcka att en överenskommelse angavs som gällde 2026-11-02 och omfattade stärkande av nätverk.",
      en: "It would be enough to name an agreement that was in force on 2026-11-02 and covered strengthening networks.",
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
      sv: "Insatsen utförs parallellt, men SOB-EXEMPEL-1 omfattar inte lönesubventionerat jobb.",
      en: "The intervention runs in parallel, but SOB-EXEMPEL-1 does not cover subsidised job.",
    },
    wouldHoldIf: {
      sv: "Det skulle räcka att en överenskommelse angavs som omfattar lönesubventionerat jobb. SOB-EXEMPEL-1 omfattar allmänna kompetenser, anpassad kunskapshöjning, kunskap om arbetsmarknaden, motiverande och coachande insatser.",
      en: "It would be enough to name an agreement that covers subsidised job. SOB-EXEMPEL-1 covers general competences, adapted learning, knowledge of the labour market, motivating and coaching interventions.",
    },
  },
  {
    rule: "service-in-catalogue",
    when: "a service that no provider offers",
    decision: () => aDecision({ interventions: [anIntervention({ service: "kc-no-such" })] }),
    message: {
      sv: "Tjänstekatalogen har ingen sådan tjänst för praktik hos Arbvux 2026-11-09.",
      en: "The catalogue has no such service for traineeship at Arbvux on 2026-11-09.",
    },
    wouldHoldIf: {
      sv: "Det skulle räcka att en tjänst angavs som Arbvux då erbjuder för praktik, eller att ingen tjänst angavs.",
      en: "It would be enough to name a service that Arbvux then offers for traineeship, or no service at all.",
    },
  },
  {
    rule: "provider-available",
    when: "no provider offers it",
    decision: () => aDecision({ interventions: [anIntervention({ from: "2022-06-30" })] }),
    message: {
      sv: "Ingen utförare hos Arbvux erbjuder praktik 2022-06-30.",
      en: "No provider at Arbvux offers traineeship on 2022-06-30.",
    },
    wouldHoldIf: {
      sv: "Det skulle räcka att insatsen började en dag då någon utförare erbjuder praktik.",
      en: "It would be enough for it to begin on a day when a provider offers traineeship.",
    },
  },
  {
    rule: "follow-up-planned",
    when: "no follow-up",
    decision: () => aDecision({ workPlan: aWorkPlan({ nextFollowUpOn: undefined }) }),
    message: {
      sv: "Arbetsplanen anger inte när den ska följas upp.",
      en: "The work plan does not say when it is to be followed up.",
    },
    wouldHoldIf: {
      sv: "Det skulle räcka att uppföljningen låg tidigast 2026-11-09 och senast 2027-11-08.",
      en: "It would be enough for the follow-up to be on 2026-11-09 or later, and by 2027-11-08.",
    },
  },
  {
    rule: "follow-up-planned",
    when: "a follow-up too late",
    decision: () => aDecision({ workPlan: aWorkPlan({ nextFollowUpOn: "2027-11-09" }) }),
    message: {
      sv: "Uppföljningen 2027-11-09 ligger utanför beslutets giltighetstid.",
      en: "The follow-up, 2027-11-09, is outside the decision's period.",
    },
    wouldHoldIf: {
      sv: "Det skulle räcka att uppföljningen låg tidigast 2026-11-09 och senast 2027-11-08.",
      en: "It would be enough for the follow-up to be on 2026-11-09 or later, and by 2027-11-08.",
    },
  },
  {
    rule: "follow-up-planned",
    when: "a follow-up too early, and no last day",
    decision: () => aDecision({ validTo: undefined, workPlan: aWorkPlan({ nextFollowUpOn: "2026-11-08" }) }),
    message: {
      sv: "Uppföljningen 2026-11-08 ligger utanför beslutets giltighetstid.",
      en: "The follow-up, 2026-11-08, is outside the decision's period.",
    },
    wouldHoldIf: {
      sv: "Det skulle räcka att uppföljningen låg tidigast 2026-11-09.",
      en: "It would be enough for the follow-up to be on 2026-11-09 or later.",
    },
  },
  {
    rule: "basic-decision-named",
    when: "the decision itself",
    decision: () => aDecision({ basicDecision: { ...basic, decisionId: "SFC-2026-004711" } }),
    message: {
      sv: "Beslutet anger sig självt som grundläggande beslut.",
      en: "The decision names itself as the basic one.",
    },
    wouldHoldIf: {
      sv: "Det skulle räcka att beslutet om försörjningsstöd angavs med sitt eget `decisionId`.",
      en: "It would be enough to name the decision on income support by its own `decisionId`.",
    },
  },
  {
    rule: "within-three-years",
    when: "before the decision",
    decision: () => aDecision({ assessment: anAssessment({ expectedInWorkOrStudiesBy: "2026-11-01" }) }),
    message: {
      sv: "Den enskilde beräknas komma i arbete eller reguljära studier 2026-11-01, alltså redan före beslutet (2026-11-02).",
      en: "The person is expected in work or regular studies by 2026-11-01, which is before the decision (2026-11-02).",
    },
    wouldHoldIf: {
      sv: "Det skulle vara ett 12:4-beslut om det beräknades ske tidigast 2026-11-02 och senast 2029-11-02.",
      en: "It would be a 12:4 decision if that were expected on 2026-11-02 or later, and by 2029-11-02.",
    },
  },
  {
    rule: "legal-basis-in-force",
    when: "the old basic section after its time, which is two sections now",
    decision: () => aBasicDecision({ citation: under41 }),
    message: {
      sv: "Beslutet hänvisar till den gamla socialtjänstlagen (2001:453), men 2026-09-01 gällde socialtjänstlagen (2025:400).",
      en: "The decision cites the old Social Services Act (2001:453), but on 2026-09-01 the Social Services Act (2025:400) was in force.",
    },
    wouldHoldIf: {
      sv: "Det skulle räcka att beslutet hänvisade till 12 kap. 1 § SoL eller 11 kap. 1 § SoL.",
      en: "It would be enough for the decision to cite 12 kap. 1 § SoL or 11 kap. 1 § SoL.",
    },
  },
  {
    rule: "parallel-agreed",
    when: "an agreement that does not exist, which nothing needs",
    decision: () => aDecision({ parallelAgreement: "NO-SUCH" }),
    message: {
      sv: "Den angivna överenskommelsen finns inte eller gällde inte 2026-11-02.",
      en: "The agreement named does not exist or was not in force on 2026-11-02.",
    },
    wouldHoldIf: {
      sv: "Det skulle räcka att en överenskommelse angavs som gällde 2026-11-02, eller att ingen angavs, eftersom ingen insats behöver den.",
      en: "It would be enough to name an agreement that was in force on 2026-11-02, or none, since no intervention needs one.",
    },
  },
  {
    rule: "same-person",
    when: "another person",
    decision: () => aDecision({ revision: 2, person: { ...aPerson, identityNumber: "189102039816" } }),
    circumstances: { background: standing(aDecision()) },
    message: {
      sv: "Revideringen gäller en annan person än den som beslutet gäller.",
      en: "The revision is about another person than the decision is.",
    },
    wouldHoldIf: {
      sv: "Det skulle räcka att `person.replaces` angav det nummer eller den referens som stod tidigare, om det är samma person. Ett beslut om en annan person ska ha ett eget `decisionId`.",
      en: "It would be enough for `person.replaces` to give the number or reference that stood before, if it is the same person. A decision about another person needs a `decisionId` of its own.",
    },
  },
  {
    rule: "ended-stays-ended",
    when: "another service for what has ended",
    decision: () => aDecision({ revision: 2, interventions: [anIntervention({ service: "kc-praktik" })] }),
    circumstances: { background: standing(aDecision(), { endedInterventions: new Set(["1"]) }) },
    message: {
      sv: "Insatsens uppdrag är redan avslutat: det har avböjts, avbrutits eller slutförts. Ingen utförare skulle nås av ändringen.",
      en: "The intervention's assignment has already ended: it was rejected, failed or completed. The change would reach no provider.",
    },
    wouldHoldIf: {
      sv: "Det skulle räcka att det som behövs nu angavs som en ny insats med ett nytt `interventionId`. Lämna den avslutade insatsen som den var, eller ta bort den.",
      en: "It would be enough to give what is needed now as a new intervention with a new `interventionId`. Leave the ended one as it was, or leave it out.",
    },
  },
  {
    rule: "revocation-within-decision",
    when: "before the decision was made",
    decision: () => aDecision({ revocation: { on: "2026-11-01", reason: "replaced" } }),
    message: {
      sv: "Återkallelsen avser 2026-11-01, men beslutet fattades först 2026-11-02.",
      en: "The revocation is for 2026-11-01, but the decision was not made until 2026-11-02.",
    },
    wouldHoldIf: {
      sv: "Det skulle räcka att återkallelsen avsåg 2026-11-02 eller senare.",
      en: "It would be enough for the revocation to be for 2026-11-02 or later.",
    },
  },
  {
    rule: "revocation-within-decision",
    when: "after the decision's last day",
    decision: () => aDecision({ revocation: { on: "2027-11-09", reason: "replaced" } }),
    message: {
      sv: "Återkallelsen avser 2027-11-09, men beslutet gäller bara till och med 2027-11-08.",
      en: "The revocation is for 2027-11-09, but the decision's last day is 2027-11-08.",
    },
    wouldHoldIf: {
      sv: "Det skulle räcka att återkallelsen avsåg 2027-11-08 eller tidigare.",
      en: "It would be enough for the revocation to be for 2027-11-08 or earlier.",
    },
  },
  {
    rule: "follows-known",
    when: "an assignment that there is not",
    decision: () => aDecision({ interventions: [anIntervention({ follows: "sf-centrum.NO-SUCH.1" })] }),
    circumstances: { background: { followed: new Map() } },
    message: {
      sv: "Det uppdrag som insatsen anges följa på är inte känt för den enskilde.",
      en: "The assignment that the intervention is said to follow is not known for this person.",
    },
    wouldHoldIf: {
      sv: "Det skulle räcka att `follows` angav ett tidigare uppdrag för den enskilde, eller att fältet utelämnades.",
      en: "It would be enough for `follows` to name an earlier assignment of this person, or to leave the field out.",
    },
  },
  {
    rule: "intervention-decided-in-order",
    when: "before the decision",
    decision: () => aDecision({ interventions: [anIntervention({ decidedOn: "2026-11-01" })] }),
    message: {
      sv: "Insatsen anges vara beslutad 2026-11-01, men beslutet fattades först 2026-11-02.",
      en: "The intervention is said to be decided on 2026-11-01, but the decision was not made until 2026-11-02.",
    },
    wouldHoldIf: {
      sv: "Det skulle räcka att insatsen var beslutad 2026-11-02 eller senare, eller att fältet utelämnades.",
      en: "It would be enough for it to be decided on 2026-11-02 or later, or to leave the field out.",
    },
  },
  {
    rule: "intervention-decided-in-order",
    when: "after it was received",
    decision: () => aDecision({ interventions: [anIntervention({ decidedOn: "2026-11-03" })] }),
    message: {
      sv: "Insatsen anges vara beslutad 2026-11-03 men togs emot redan 2026-11-02.",
      en: "The intervention is said to be decided on 2026-11-03 but was received on 2026-11-02.",
    },
    wouldHoldIf: {
      sv: "Det skulle räcka att samma beslut skickades igen 2026-11-03 eller senare, eller att insatsen var beslutad senast 2026-11-02.",
      en: "It would be enough to send the same decision again on 2026-11-03 or later, or for the intervention to be decided by 2026-11-02.",
    },
  },
  {
    rule: "employment-service-consulted",
    when: "on a day that means nothing",
    decision: () => aDecision({ employmentServiceConsultation: { heldOn: "1900-01-01" } }),
    message: {
      sv: "Samråd med Arbetsförmedlingen kan inte ha hållits 1900-01-01.",
      en: "Arbetsförmedlingen cannot have been consulted on 1900-01-01.",
    },
    wouldHoldIf: {
      sv: "Det skulle vara ett 12:4-beslut om samråd med Arbetsförmedlingen hade skett senast 2026-11-02.",
      en: "It would be a 12:4 decision if Arbetsförmedlingen had been consulted by 2026-11-02.",
    },
  },
  {
    rule: "work-plan-with-participation",
    when: "a work plan of a day that means nothing",
    decision: () => aDecision({ workPlan: aWorkPlan({ establishedOn: "1900-01-01" }) }),
    message: {
      sv: "Arbetsplanen kan inte ha fastställts 1900-01-01.",
      en: "The work plan cannot have been established on 1900-01-01.",
    },
    wouldHoldIf: {
      sv: "Det skulle vara ett 12:4-beslut om arbetsplanen hade fastställts senast 2026-11-02.",
      en: "It would be a 12:4 decision if the work plan had been established by 2026-11-02.",
    },
  },
  {
    rule: "basic-decision-named",
    when: "one of a day that means nothing",
    decision: () => aDecision({ basicDecision: { ...basic, decidedOn: "1900-01-01" } }),
    message: {
      sv: "Det grundläggande beslutet kan inte ha fattats 1900-01-01.",
      en: "The basic decision cannot have been made on 1900-01-01.",
    },
    wouldHoldIf: {
      sv: "Det skulle räcka att den dag då det fattades angavs.",
      en: "It would be enough to give the day on which it was made.",
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

describe("a Swedish text", () => {
  const texts = told.flatMap(({ message, wouldHoldIf }) => [message.sv, wouldHoldIf.sv]);

  it.each([
    ['a subject first, never "Skulle …"', /^Skulle /],
    ['no "den" before a date in figures', /\b[Dd]en \d{4}-/],
    ["no code of the model", /\b(social|health|competence|job)\.[a-z]|\barbvux\b|\bsf\b|SFS \d/],
    ["one word for the person whom a decision is about", /[Kk]lient/],
    ["no bookish forms", /\bvore\b/],
  ])("has %s", (_what, unwanted) => {
    expect(texts.filter((text) => unwanted.test(text))).toEqual([]);
  });
});
