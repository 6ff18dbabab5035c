const texts: Readonly<Record<string, string>> = {
  "not-acknowledged": "Utföraren har inte kvitterat uppdraget",
  "not-answered": "Utföraren har inte svarat på uppdraget",
  "not-started": "Uppdraget är accepterat men inte påbörjat",
  "no-capacity": "Utföraren saknar plats",
  "wrong-service": "Fel insats för utföraren",
  "person-declined": "Den enskilde har tackat nej",
  "person-unreachable": "Den enskilde har inte gått att nå",
  illness: "Sjukdom",
  "parental-leave": "Föräldraledighet",
  "awaiting-place": "Väntar på plats",
  "person-absent": "Den enskilde har uteblivit",
  "person-withdrew": "Den enskilde har avbrutit",
  "provider-cannot": "Utföraren kan inte fullfölja",
  other: "Annat skäl, se ärendet",
};

/** The reason for a delay, in short, in Swedish: what the law asks for. Never the free text that a provider wrote. */
export const reasonText = (code: string): string => texts[code] ?? "Annat skäl, se ärendet";
