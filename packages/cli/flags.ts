import { isIdentityNumber } from "@hemvist/contracts";
import { municipality } from "@hemvist/operations/municipality";
import { addresseesAmong, type CivilDate, isCivilDate, partiesOf } from "@hemvist/rules";
import type { Flag, Switch } from "./voice/command-line.ts";
import { commonFlags } from "./voice/common-flags.ts";
import { Refusal } from "./voice/refusal.ts";

// Every option of every command, in one place: one spelling, one meaning, one way to refuse.

const asIs = (text: string): string => text;

function day(flag: string) {
  return (text: string): CivilDate => {
    if (isCivilDate(text)) return text;
    throw new Refusal({
      sv: `--${flag} kräver ett datum som finns, i formen ÅÅÅÅ-MM-DD.`,
      en: `--${flag} needs a date that exists, as YYYY-MM-DD.`,
    });
  };
}

function instant(flag: string) {
  return (text: string): string => {
    if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) && !Number.isNaN(Date.parse(text))) return text;
    throw new Refusal({
      sv: `--${flag} kräver en tidpunkt i UTC, som 2026-11-02T09:00:00Z.`,
      en: `--${flag} needs an instant in UTC, as 2026-11-02T09:00:00Z.`,
    });
  };
}

const addressees = addresseesAmong(partiesOf(municipality));

function party(text: string): string {
  if (addressees.includes(text)) return text;
  throw new Refusal({
    sv: `Det finns ingen part ${text}: ${addressees.join(", ")}.`,
    en: `There is no party ${text}: ${addressees.join(", ")}.`,
  });
}

const logged = [...addressees, "operations"];

/** Everyone whose accesses are logged: the parties, and operators as one. */
function loggedParty(text: string): string {
  if (logged.includes(text)) return text;
  throw new Refusal({
    sv: `Det finns ingen part ${text} i åtkomstloggen: ${logged.join(", ")}.`,
    en: `There is no party ${text} in the access log: ${logged.join(", ")}.`,
  });
}

/** The journal keeps it for good, so an identity number never leaves the command. */
function decision(text: string): string {
  if (!text.split(".").some(isIdentityNumber)) return text;
  throw new Refusal({
    sv: "Det är ett personnummer, inte ett beslut: ange beslutet, som sf-centrum.SFC-2026-004711.",
    en: "That is an identity number, not a decision: give the decision, such as sf-centrum.SFC-2026-004711.",
  });
}

const json: Switch = {
  syntax: "--json",
  says: { sv: "för en maskin att läsa", en: "for a machine to read" },
};

const dryRun: Switch = {
  syntax: "--dry-run",
  says: { sv: "säger vad som skulle göras, och gör inget", en: "says what would be done, and does nothing" },
};

export const flags = {
  ...commonFlags,
  json,
  dryRun,
  received: {
    syntax: "--received <day>",
    says: {
      sv: "dag då besluten tas emot; annars i dag",
      en: "day on which they are received; today if not given",
    },
    read: day("received"),
  },
  quarter: {
    syntax: "--quarter <quarter>",
    says: { sv: "2026Q4: ej verkställt, behov och volym", en: "2026Q4: not carried out, need and volume" },
    read: asIs,
  },
  week40: {
    syntax: "--week-40 <year>",
    says: { sv: "2026: v.40-mätningen", en: "2026: the week-40 count" },
    read: asIs,
  },
  equality: {
    syntax: "--equality <quarter>",
    says: { sv: "2026Q4: likvärdighet", en: "2026Q4: equality" },
    read: asIs,
  },
  agenda: {
    syntax: "--agenda <month>",
    says: { sv: "2026-11: dagordningar", en: "2026-11: agendas" },
    read: asIs,
  },
  source: {
    syntax: "--from <source>",
    says: {
      sv: "mapp med meddelanden, - för ett meddelande per rad, eller synthetic:<antal>",
      en: "folder with messages, - for one message a line, or synthetic:<number>",
    },
    read: asIs,
    standard: "events",
  },
  out: {
    syntax: "--out <folder>",
    says: { sv: "mapp där rapporterna skrivs", en: "folder where the reports are written" },
    read: asIs,
    standard: "reports",
  },
  queue: {
    syntax: "--queue <queue>",
    says: {
      sv: "bara det som lagts undan från den här kön, som decisions-sf-centrum",
      en: "only what was set aside from this queue, such as decisions-sf-centrum",
    },
    read: asIs,
  },
  unreadable: {
    syntax: "--unreadable",
    says: { sv: "alla som inte går att läsa", en: "all that cannot be read" },
  },
  decision: {
    syntax: "--decision <decision>",
    says: {
      sv: "bara det här beslutet, som sf-centrum.SFC-2026-004711",
      en: "only this decision, such as sf-centrum.SFC-2026-004711",
    },
    read: decision,
  },
  letter: {
    syntax: "--letter <letter>",
    says: {
      sv: "bara det här dödbrevet, efter dess id eller början av det; de som ligger före det i beslutet måste skickas först",
      en: "only this letter, by its id or the start of it; the ones before it in its decision must be sent first",
    },
    read: asIs,
  },
  reason: {
    syntax: "--reason <why>",
    says: {
      sv: "varför, till journalen: ett ärendenummer, inget om en person",
      en: "why, for the journal: an incident's number, nothing about a person",
    },
    read: asIs,
  },
  party: {
    syntax: "--party <party>",
    says: {
      sv: "parten, som sf-centrum eller kompetenscenter",
      en: "the party, such as sf-centrum or kompetenscenter",
    },
    read: party,
  },
  loggedParty: {
    syntax: "--party <code>",
    says: {
      sv: "bara den här partens åtkomster, som sf-centrum; operations är driftpersonalens",
      en: "only this party's accesses, such as sf-centrum; operations has the operators'",
    },
    read: loggedParty,
  },
  personOf: {
    syntax: "--person-of <decision>",
    says: {
      sv: "den som beslutet gäller, som sf-centrum.SFC-2026-004711",
      en: "the person that this decision is about, such as sf-centrum.SFC-2026-004711",
    },
    read: decision,
  },
  numberFrom: {
    syntax: "--number-from <file>",
    says: {
      sv: "fil med personens nummer, så att det inte står på kommandoraden; - läser standard in",
      en: "file with the person's number, so that no command line has it; - reads standard input",
    },
    read: asIs,
  },
  day: {
    syntax: "--day <day>",
    says: { sv: "en dag i Stockholm, som 2026-11-02", en: "one day in Stockholm, as 2026-11-02" },
    read: day("day"),
  },
  operator: {
    syntax: "--operator <name>",
    says: {
      sv: "bara den här personen: namnet på sessionen, eller AWS id",
      en: "only this person: the name of the session, or AWS's id",
    },
    read: decision,
  },
  act: {
    syntax: "--act <command>",
    says: { sv: "bara det här kommandot, som redrive", en: "only this command, such as redrive" },
    read: asIs,
  },
  fromDay: {
    syntax: "--from <day>",
    says: { sv: "första dagen", en: "the first day" },
    read: day("from"),
  },
  toDay: {
    syntax: "--to <day>",
    says: { sv: "sista dagen", en: "the last day" },
    read: day("to"),
  },
  fromInstant: {
    syntax: "--from <instant>",
    says: {
      sv: "från och med, i UTC, som 2026-11-02T09:00:00Z",
      en: "from this instant on, in UTC, as 2026-11-02T09:00:00Z",
    },
    read: instant("from"),
  },
  toInstant: {
    syntax: "--to <instant>",
    says: { sv: "till och med, i UTC", en: "to this instant, included, in UTC" },
    read: instant("to"),
  },
  sent: {
    syntax: "--sent <file>",
    says: {
      sv: "vad avsändarna säger att de har skickat, ett JSON-objekt per rad; - läser standard in",
      en: "what senders say they sent, one JSON object a line; - reads standard input",
    },
    read: asIs,
  },
} as const satisfies Readonly<Record<string, Flag<unknown> | Switch>>;
