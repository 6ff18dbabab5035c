import type { ReasonCode } from "@hemvist/casework";
import type { EndReason } from "./end.ts";

/** The cause of a delay: what its provider has not reported, or the code that it gave. */
type DelayReason = "not-acknowledged" | "not-answered" | "not-started" | Exclude<ReasonCode, "other">;

const reasons: Readonly<Record<DelayReason, string>> = {
  "not-acknowledged": "Utföraren har inte bekräftat att uppdraget är mottaget",
  "not-answered": "Utföraren har inte svarat på uppdraget",
  "not-started": "Utföraren har tackat ja men inte påbörjat insatsen",
  "no-capacity": "Utföraren saknar plats",
  "wrong-service": "Utföraren kan inte ge den insats som beslutet gäller",
  "person-declined": "Den enskilde har tackat nej till insatsen",
  "person-unreachable": "Den enskilde har inte gått att nå",
  illness: "Den enskilde är sjuk",
  "parental-leave": "Den enskilde är föräldraledig",
  "awaiting-place": "Den enskilde väntar på plats",
  "person-absent": "Den enskilde har uteblivit från insatsen",
  "person-withdrew": "Den enskilde har avbrutit insatsen",
  "provider-cannot": "Utföraren kan inte fullfölja insatsen",
};

const texts: ReadonlyMap<string, string> = new Map(Object.entries(reasons));

const otherReason = "Annat skäl, se ärendet";

/** The reason for a delay, in short, in Swedish: what the law asks for. Never the free text that a provider wrote. */
export const reasonText = (code: string): string => texts.get(code) ?? otherReason;

const ends: Readonly<Record<EndReason, string>> = {
  "ran-out": "Tiden för insatsen har gått ut",
  dropped: "Insatsen ingår inte längre i beslutet",
  "not-basic": "Beslutet grundas inte längre på 11 kap. 1 § eller 12 kap. 1 § SoL",
  "revoked: no-longer-needed": "Beslutet har upphävts: den enskilde behöver inte längre insatsen",
  "revoked: decided-wrongly": "Beslutet har upphävts: det var felaktigt",
  "revoked: person-withdrew": "Beslutet har upphävts: den enskilde har avsagt sig insatsen",
  "revoked: person-moved": "Beslutet har upphävts: den enskilde har flyttat",
  "revoked: person-died": "Den enskilde har avlidit",
  "revoked: replaced": "Beslutet har ersatts av ett nytt beslut",
};

/** Why an intervention ended without being carried out, in Swedish. */
export const endText = (because: EndReason): string => ends[because];
