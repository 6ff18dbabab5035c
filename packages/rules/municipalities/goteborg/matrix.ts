import type { SubArea } from "../../engine/model.ts";
import type { Side } from "../../engine/placement.ts";

const sf: readonly Side[] = ["sf"];
const arbvux: readonly Side[] = ["arbvux"];
const sfAndArbvux: readonly Side[] = ["sf", "arbvux"];
const arbvuxAndSf: readonly Side[] = ["arbvux", "sf"];

const social = { area: "social", governedBy: sf, carriedOutBy: sf } as const;
const health = { area: "health", governedBy: sfAndArbvux, carriedOutBy: sfAndArbvux } as const;
const competence = { area: "competence", governedBy: arbvux, carriedOutBy: arbvux } as const;
const job = { area: "job", governedBy: arbvux, carriedOutBy: arbvux } as const;

/**
 * Who governs and who carries out, as the directive's matrix (Anvisning styrmodell, Ansvarsområden) has it.
 *
 * Two sub-areas are governed otherwise than their area, by the directive's running text (Ansvar för
 * styrning): treatment of substance use is SF's alone ("ej stöd och behandling vid skadligt
 * bruk/beroende"), and adapted support is shared ("delat ansvar med Socialförvaltningarna avseende
 * delområde anpassat stöd för ett fungerande arbetsliv").
 */
export const matrix: readonly SubArea[] = [
  {
    ...social,
    code: "social.competences",
    name: "Sociala och personliga kompetenser",
    english: "Social and personal competences",
  },
  { ...social, code: "social.networks", name: "Stärkande av nätverk", english: "Strengthening networks" },
  {
    ...social,
    code: "social.everyday-life",
    name: "Hantering av vardagen",
    english: "Managing everyday life",
  },
  {
    ...social,
    code: "social.motivation",
    name: "Motiverande insatser",
    english: "Motivational interventions",
  },
  { ...social, code: "social.coordination", name: "Social samordning", english: "Social coordination" },
  {
    ...health,
    code: "health.substance-use",
    name: "Stöd och behandling vid skadligt bruk/beroende",
    english: "Support and treatment for substance use and dependency",
    governedBy: sf,
    carriedOutBy: sf,
  },
  { ...health, code: "health.diet-exercise", name: "Kost och motion", english: "Diet and exercise" },
  {
    ...health,
    code: "health.assessment-treatment",
    name: "Utredning och/eller behandling inklusive rehabilitering",
    english: "Assessment and/or treatment, including rehabilitation",
  },
  {
    ...health,
    code: "health.mental-physical",
    name: "Hantering av psykisk och/eller fysisk hälsa",
    english: "Managing mental and/or physical health",
  },
  { ...competence, code: "competence.general", name: "Allmänna kompetenser", english: "General competences" },
  {
    ...competence,
    code: "competence.vocational",
    name: "Yrkeskompetenser",
    english: "Vocational competences",
  },
  {
    ...competence,
    code: "competence.adapted-learning",
    name: "Anpassad kunskapshöjning",
    english: "Adapted learning",
  },
  {
    ...competence,
    code: "competence.adapted-support",
    name: "Anpassat stöd för ett fungerande arbetsliv",
    english: "Adapted support for a working life that works",
    governedBy: arbvuxAndSf,
    carriedOutBy: arbvuxAndSf,
  },
  {
    ...job,
    code: "job.market-knowledge",
    name: "Kunskap om arbetsmarknaden",
    english: "Knowledge of the labour market",
  },
  {
    ...job,
    code: "job.search-enterprise",
    name: "Jobbsökning och nyföretagande",
    english: "Job search and starting a business",
  },
  {
    ...job,
    code: "job.coaching",
    name: "Motiverande och coachande insatser",
    english: "Motivating and coaching interventions",
  },
  { ...job, code: "job.traineeship", name: "Praktik", english: "Traineeship" },
  {
    ...job,
    code: "job.employer-contacts",
    name: "Företags- och arbetsgivarkontakter",
    english: "Contacts with companies and employers",
  },
  { ...job, code: "job.subsidised", name: "Lönesubventionerat jobb", english: "Subsidised job" },
];
