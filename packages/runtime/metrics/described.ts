import type { Bilingual } from "@hemvist/rules";
import type { MetricName } from "./catalogue.ts";

/** The functions, by their folders. */
type FunctionName =
  | "receive-decision"
  | "hand-off"
  | "record-progress"
  | "follow-up"
  | "read-case"
  | "report"
  | "operate";

interface Described extends Bilingual {
  /** The functions that write it. */
  readonly from: readonly FunctionName[];
}

const [receiving, handingOff, recording, following] = [
  ["receive-decision"],
  ["hand-off"],
  ["record-progress"],
  ["follow-up"],
] as const;
const readersOfQueues = ["receive-decision", "record-progress"] as const;

/** What each metric counts or measures, in a sentence, and which functions write it. */
export const described = {
  DecisionsReceived: {
    from: receiving,
    sv: "Meddelanden om beslut som har kommit in, oavsett vad som blev av dem.",
    en: "Messages about decisions that came in, whatever became of them.",
  },
  DecisionsJudged: {
    from: receiving,
    sv: "Beslut som reglerna har prövat.",
    en: "Decisions that the rules judged.",
  },
  DecisionsAssigned: {
    from: receiving,
    sv: "Beslut som följer styrmodellen och har lagrats.",
    en: "Decisions that follow the model and were stored.",
  },
  DecisionsReturned: {
    from: receiving,
    sv: "Beslut som bryter mot styrmodellen och har skickats tillbaka.",
    en: "Decisions that break the model and were returned.",
  },
  AssignmentsRequested: {
    from: receiving,
    sv: "Uppdrag som ett beslut har lett till.",
    en: "Assignments that a decision led to.",
  },
  AssignmentsHandedOn: {
    from: handingOff,
    sv: "Nya uppdrag som utförarens kö har tagit emot.",
    en: "New assignments that the provider's queue took.",
  },
  AssignmentsAcknowledged: {
    from: recording,
    sv: "Uppdrag som utföraren har kvitterat.",
    en: "Assignments that the provider acknowledged.",
  },
  AssignmentsAccepted: {
    from: recording,
    sv: "Uppdrag som utföraren har tackat ja till.",
    en: "Assignments that the provider accepted.",
  },
  AssignmentsBegun: {
    from: recording,
    sv: "Uppdrag som har påbörjats.",
    en: "Assignments that have begun.",
  },
  AssignmentsEnded: {
    from: ["receive-decision", "record-progress", "follow-up"],
    sv: "Uppdrag som har avslutats: genomförda, avbrutna, avböjda eller återkallade.",
    en: "Assignments that have ended: completed, failed, rejected or cancelled.",
  },
  TimeToAnswer: {
    from: receiving,
    sv: "Tiden från att ett beslut når API:et tills svaret lämnar funktionen.",
    en: "The time from when a decision reaches the API until its answer leaves the function.",
  },
  TimeToHandOn: {
    from: handingOff,
    sv: "Tiden från att beslutet kom in tills utförarens kö har tagit emot uppdraget.",
    en: "The time from when the decision came in until the provider's queue took the assignment.",
  },
  TimeToAcknowledge: {
    from: recording,
    sv: "Tiden från att ett uppdrag kom till tills utföraren kvitterade det.",
    en: "The time from when an assignment was requested until the provider acknowledged it.",
  },
  TimeToAccept: {
    from: recording,
    sv: "Tiden från att ett uppdrag kom till tills utföraren tackade ja.",
    en: "The time from when an assignment was requested until the provider accepted it.",
  },
  TimeToBegin: {
    from: recording,
    sv: "Tiden från att utföraren tackade ja tills den rapporterade att uppdraget har börjat.",
    en: "The time from when the provider accepted an assignment until it reported that it had begun.",
  },
  TimeToEnd: {
    from: recording,
    sv: "Tiden från att utföraren rapporterade att uppdraget har börjat tills den rapporterade att det är slut.",
    en: "The time from when the provider reported that an assignment had begun until it reported its end.",
  },
  Findings: {
    from: receiving,
    sv: "Anmärkningar i beslut som har lagrats eller skickats tillbaka, per regel.",
    en: "Findings in decisions that were stored or returned, by rule.",
  },
  Refusals: {
    from: readersOfQueues,
    sv: "Läsbara meddelanden som inte ändrade något, per skäl.",
    en: "Readable messages that changed nothing, by reason.",
  },
  DecisionsRepeated: {
    from: receiving,
    sv: "Beslut som har kommit igen med samma innehåll.",
    en: "Decisions that came again with the same content.",
  },
  DecisionsInConflict: {
    from: receiving,
    sv: "Beslut vars revision redan har ett annat innehåll, eller saknar den föregående.",
    en: "Decisions whose revision already has other content, or lacks the one before it.",
  },
  DecisionsNotTheirs: {
    from: receiving,
    sv: "Beslut som nämner en annan förvaltning än den som skickade dem.",
    en: "Decisions that name another administration than the one that sent them.",
  },
  DecisionsUnreadable: {
    from: receiving,
    sv: "Beslut som inte går att läsa.",
    en: "Decisions that cannot be read.",
  },
  ProgressRecorded: {
    from: recording,
    sv: "Rapporter från utförare som har lagrats.",
    en: "Providers' reports that were stored.",
  },
  ProgressRepeated: {
    from: recording,
    sv: "Rapporter som har kommit igen med samma innehåll.",
    en: "Reports that came again with the same content.",
  },
  ProgressRefused: {
    from: recording,
    sv: "Rapporter som inte ändrade något.",
    en: "Reports that changed nothing.",
  },
  ProgressUnreadable: {
    from: recording,
    sv: "Rapporter som inte går att läsa.",
    en: "Reports that cannot be read.",
  },
  SignaturesRefused: {
    from: readersOfQueues,
    sv: "Meddelanden vars signatur saknas eller inte stämmer.",
    en: "Messages whose signature is missing or does not fit.",
  },
  CallersRefused: {
    from: ["receive-decision", "record-progress", "read-case"],
    sv: "Anrop som inte släpptes in, per skäl.",
    en: "Calls that were not let in, by reason.",
  },
  DecisionAnsweredInTime: {
    from: receiving,
    sv: "Andelen beslut till API:et som har besvarats inom två sekunder.",
    en: "The share of decisions sent to the API that were answered within two seconds.",
  },
  HandedOnInTime: {
    from: handingOff,
    sv: "Andelen nya uppdrag som utförarens kö har tagit emot inom en minut från beslutet.",
    en: "The share of new assignments that the provider's queue took within a minute of the decision.",
  },
  FollowedUpInTime: {
    from: following,
    sv: "Andelen uppföljningar som har gjorts inom en timme från den utsatta tiden.",
    en: "The share of follow-ups that were done within an hour of when they were due.",
  },
  PromisesBroken: {
    from: ["receive-decision", "hand-off", "follow-up"],
    sv: "Beslut, uppdrag och uppföljningar som inte hanns med i den tid som är utlovad.",
    en: "Decisions, assignments and follow-ups that took longer than the time that is promised.",
  },
  FollowUpsTold: {
    from: following,
    sv: "Beslut vars uppföljning har lett till en påminnelse eller en underrättelse.",
    en: "Decisions whose follow-up led to a reminder or a notice.",
  },
  NoticesGiven: {
    from: following,
    sv: "Påminnelser och underrättelser, per slag av uppföljning.",
    en: "Reminders and notices, by kind of follow-up.",
  },
  ModelReviewOverdueDays: {
    from: following,
    sv: "Dagar som styrmodellens översyn är försenad.",
    en: "Days by which the review of the model is overdue.",
  },
  ModelReviewReminders: {
    from: following,
    sv: "Påminnelser om styrmodellens översyn, den första i varje månad.",
    en: "Reminders of the review of the model, on the first of each month.",
  },
  OutsideOfficeHours: {
    from: following,
    sv: "Ett när körningen ligger utanför kontorstid, annars noll.",
    en: "One for a run outside office hours, and else zero.",
  },
  FewWorkingDays: {
    from: following,
    sv: "Ett när de senaste tre dygnen har haft färre än 18 kontorstimmar, annars noll.",
    en: "One if the last three days had fewer than 18 office hours, and else zero.",
  },
  HoursWithoutDecision: {
    from: following,
    sv: "Kontorstimmar sedan det senaste beslutet från förvaltningen.",
    en: "Office hours since the administration's last decision.",
  },
  FollowUpHoursLate: {
    from: following,
    sv: "Kontorstimmar som den äldsta uppföljningen är försenad.",
    en: "Office hours by which the oldest follow-up is late.",
  },
  MessagesHandedOff: {
    from: handingOff,
    sv: "Meddelanden som parternas köer har tagit emot, även sådana som skickas om.",
    en: "Messages that the parties' queues took, those sent again included.",
  },
  HandOffsIncomplete: {
    from: handingOff,
    sv: "Körningar av hand-off som inte kunde skicka allt.",
    en: "Runs of hand-off that could not send everything.",
  },
  RecordsSetAside: {
    from: handingOff,
    sv: "Poster i strömmen som hand-off har lagt åt sidan.",
    en: "Records of the stream that hand-off set aside.",
  },
  SentMessagesNotKept: {
    from: handingOff,
    sv: "Skickade meddelanden som hand-off inte kunde anteckna.",
    en: "Sent messages that hand-off could not keep a note of.",
  },
  MessagesFailed: {
    from: readersOfQueues,
    sv: "Meddelanden från köer som misslyckades och kommer igen.",
    en: "Messages from queues that failed and come again.",
  },
  MessagesGivenUp: {
    from: readersOfQueues,
    sv: "Meddelanden som har misslyckats vid sista försöket och blir kvar i en kö för misslyckade meddelanden.",
    en: "Messages that failed at the last attempt, and become dead letters.",
  },
  MessagesSetAside: {
    from: readersOfQueues,
    sv: "Oläsliga meddelanden som har lagts i en kö för misslyckade meddelanden.",
    en: "Unreadable messages that were put in a dead-letter queue.",
  },
  QueuesRefused: {
    from: ["receive-decision", "hand-off", "record-progress"],
    sv: "Gånger som en kö inte tog emot ett meddelande.",
    en: "Times that a queue took no message.",
  },
  RecordsUnreadable: {
    from: ["record-progress", "follow-up", "read-case", "report"],
    sv: "Lagrade beslut som funktionen inte kunde läsa.",
    en: "Stored decisions that the function could not read.",
  },
  DecisionRoomPercent: {
    from: readersOfQueues,
    sv: "Hur stor del av utrymmet ett stort beslut tar.",
    en: "How much of its room a large decision takes.",
  },
  AccessesNotLogged: {
    from: ["read-case", "operate"],
    sv: "Läsningar som inte kunde loggas och därför inte fick något svar.",
    en: "Accesses that could not be logged, and so got no answer.",
  },
  OperatorsUnanswered: {
    from: ["operate"],
    sv: "Kommandon från driften som hemvist inte kunde utföra.",
    en: "Operators' commands that hemvist could not carry out.",
  },
  ReportsIssued: {
    from: ["report"],
    sv: "Rapporter till staden som har utfärdats.",
    en: "Reports to the city that were issued.",
  },
} as const satisfies Readonly<Record<MetricName, Described>>;

/** The functions that write the metric. */
export type EmitterOf<Name extends MetricName> = (typeof described)[Name]["from"][number];
