import type { SubAreaCode } from "../../engine/decision.ts";
import type { Provider, Service } from "../../engine/model.ts";

/** From this day Arbvux carries out the decisions under 4 kap. 4 § (the city council, 2021-11-25). */
const arbvuxCarriesOutFrom = "2022-07-01";
const modelFrom = "2024-01-12";

const kompetenscenter: readonly SubAreaCode[] = [
  "health.diet-exercise",
  "health.assessment-treatment",
  "health.mental-physical",
  "competence.general",
  "competence.vocational",
  "competence.adapted-learning",
  "competence.adapted-support",
  "job.market-knowledge",
  "job.search-enterprise",
  "job.coaching",
  "job.traineeship",
  "job.employer-contacts",
];

/** Arbvux's providers, in the order of choice. The city has not published what each offers. */
export const providers: readonly Provider[] = [
  {
    code: "kompetenscenter",
    name: "Kompetenscenter",
    side: "arbvux",
    subAreas: kompetenscenter,
    from: arbvuxCarriesOutFrom,
    example: true,
  },
  {
    code: "arbetsmarknadsanstallning",
    name: "Arbetsmarknadsanställningar",
    side: "arbvux",
    subAreas: ["job.subsidised", "competence.vocational"],
    from: arbvuxCarriesOutFrom,
    example: true,
  },
];

/** The service catalogue. The city's own is not published, so these are examples. */
export const services: readonly Service[] = [
  {
    code: "kc-friskvard",
    name: "Friskvård i grupp",
    subArea: "health.diet-exercise",
    provider: "kompetenscenter",
    from: modelFrom,
    example: true,
  },
  {
    code: "kc-praktik",
    name: "Praktik med handledning",
    subArea: "job.traineeship",
    provider: "kompetenscenter",
    from: modelFrom,
    example: true,
  },
  {
    code: "ama-yrkesintro",
    name: "Yrkesintroduktion",
    subArea: "competence.vocational",
    provider: "arbetsmarknadsanstallning",
    from: modelFrom,
    example: true,
  },
  {
    code: "kc-datakurs",
    name: "Datakurs för nybörjare",
    subArea: "competence.general",
    provider: "kompetenscenter",
    from: modelFrom,
    to: "2026-06-30",
    example: true,
  },
];
