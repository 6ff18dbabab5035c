/** A query of CloudWatch Logs Insights that stands in the console, under its name. */
export interface SavedQuery {
  /** As operators read it in the console: in Swedish, but ASCII, because CloudFormation loses other letters. */
  readonly name: string;
  /** The question that it answers. */
  readonly question: string;
  readonly functions: readonly string[];
  readonly query: string;
}

const receiving = ["receive-decision", "record-progress"];
const answering = [...receiving, "read-case"];
const every = [...answering, "hand-off", "follow-up", "report", "operate"];

/**
 * Every saved query, with a decision of an administration where an operator writes another id in its place.
 * test/journeys/saved-queries.test.ts runs each on the log of a local run.
 */
export const savedQueriesFor = (administration: string): readonly SavedQuery[] => [
  {
    name: "Ett besluts historia",
    question: "Vad har hänt med beslutet, i vilken ordning och i vilken funktion? Skriv in beslutets id.",
    functions: every,
    query: `fields @timestamp, service, message, outcome, queue, why, ms
| filter correlationid = "${administration}.SFC-2026-004711"
| sort @timestamp asc
| limit 500`,
  },
  {
    name: "Fel per funktion",
    question: "Vilka fel har funktionerna loggat, och hur ofta?",
    functions: every,
    query: `filter level = "ERROR"
| stats count(*) as times by service, message, error
| sort times desc`,
  },
  {
    name: "Meddelanden som misslyckas",
    question: "I vilken kö misslyckas meddelanden, och av vilket fel?",
    functions: receiving,
    query: `filter message = "message failed, its group stops here"
| stats count(*) as times, max(attempt) as attempts by queue, error
| sort times desc`,
  },
  {
    name: "Meddelanden som inte kan tolkas",
    question: "Vem skickar meddelanden som inte går att läsa, och vad är fel i dem?",
    functions: receiving,
    query: `filter outcome in ["decision unreadable", "progress unreadable", "proposal unreadable", "proposal answer unreadable"]
| stats count(*) as times by party, queue, faults.0
| sort times desc`,
  },
  {
    name: "Regler som beslut bryter mot",
    question: "Vilken regel är den första som returnerade beslut bryter mot?",
    functions: ["receive-decision"],
    query: `filter outcome = "decision recorded" and ispresent(findings.0)
| stats count(*) as times by findings.0
| sort times desc`,
  },
  {
    name: "Avvisade meddelanden",
    question: "Varför har läsbara meddelanden avvisats?",
    functions: receiving,
    query: `filter outcome in ["progress refused", "proposal refused", "proposal answer refused", "decision not-yours", "decision content-differs", "decision revision-skipped"]
| stats count(*) as times by outcome, why
| sort times desc`,
  },
  {
    name: "Nekade anrop",
    question: "Vem anropar utan giltig token eller utan rätt att göra det?",
    functions: answering,
    query: `filter message = "request answered" and (status = 401 or status = 403)
| stats count(*) as times by party, method, resource, status
| sort times desc`,
  },
  {
    name: "Svarstider",
    question: "Hur lång tid tar svaren, per adress?",
    functions: answering,
    query: `filter message = "request answered"
| stats count(*) as calls, avg(ms) as mean, pct(ms, 99) as p99, max(ms) as longest by method, resource
| sort p99 desc`,
  },
  {
    name: "Tid tills meddelanden tas emot",
    question: "Hur länge väntar meddelanden innan hemvist har tagit dem?",
    functions: receiving,
    query: `filter message = "message taken"
| stats count(*) as messages, avg(ms) as mean, max(ms) as longest by queue
| sort longest desc`,
  },
  {
    name: "Skickade meddelanden per part",
    question: "Hur många meddelanden har hemvist lämnat till varje part?",
    functions: ["hand-off"],
    query: `filter message = "message handed off"
| stats count(*) as messages by queue
| sort messages desc`,
  },
  {
    name: "follow-up per timme",
    question: "Hur mycket har varje körning av uppföljningen sett, meddelat och misslyckats med?",
    functions: ["follow-up"],
    query: `fields now, looked, told, failed, unreadable
| filter message = "follow-up run"
| sort now desc
| limit 100`,
  },
];
