import { type Letter, unreadRecords } from "@hemvist/adapters";
import type { Step } from "./redrive-plan.ts";
import type { Verdict } from "./verdict.ts";

interface Bilingual {
  readonly sv: string;
  readonly en: string;
}

/** A dead letter, told to whoever must do something about it. Ids and codes: nothing of what it holds. */
export interface Explained {
  readonly id: string;
  readonly queue: string;
  /** When it was set aside; where SQS moved it from `decisions-*`, when it was first sent. */
  readonly sentAt: string;
  readonly decision?: string;
  readonly what: Bilingual;
  readonly whyHere: Bilingual;
  readonly whatNow: Bilingual;
  readonly verdict: Verdict;
  /** One command that brings it back, or that ends it where it must not come back. */
  readonly command: string;
}

export function explained({ letter, content, decision, verdict }: Step): Explained {
  return {
    id: letter.id,
    queue: letter.queue,
    sentAt: letter.sentAt,
    ...(decision === undefined ? {} : { decision }),
    what: whatOf(content),
    whyHere: whyHere(letter),
    whatNow: whatNow(verdict),
    verdict,
    command: commandFor(letter, verdict, decision),
  };
}

function whatOf(content: Step["content"]): Bilingual {
  switch (content.is) {
    case "decision":
      return {
        sv: `Ett beslut, revision ${content.decision.revision}`,
        en: `A decision, revision ${content.decision.revision}`,
      };
    case "progress":
      return {
        sv: `En rapport om ${content.progress.assignmentId}: ${content.progress.status}`,
        en: `A report on ${content.progress.assignmentId}: ${content.progress.status}`,
      };
    case "proposal":
      return {
        sv: `Ett förslag om ${content.proposing.assignmentId}`,
        en: `A proposal on ${content.proposing.assignmentId}`,
      };
    case "settlement":
      return {
        sv: `Svar på eller återtagande av ett förslag om ${content.settling.assignmentId}`,
        en: `An answer to a proposal on ${content.settling.assignmentId}, or its withdrawal`,
      };
    case "event":
      return {
        sv: `Ett utgående meddelande, ${content.event.type}, version ${content.version}, om ${content.event.subject}`,
        en: `An outgoing message, ${content.event.type}, version ${content.version}, about ${content.event.subject}`,
      };
    case "reply":
      return {
        sv: `Ett svar på ett meddelande som inte ändrade något: ${content.event.type}`,
        en: `An answer to a message that changed nothing: ${content.event.type}`,
      };
    case "missed-run":
      return { sv: "En schemalagd körning, bara en tidpunkt", en: "A scheduled run, an instant only" };
    case "record":
      return {
        sv: "En version av ett beslut, med allt som den skulle skicka",
        en: "A version of a decision, with all that it would have sent",
      };
    case "unreadable":
      return { sv: "Ett meddelande som inte går att läsa", en: "A message that cannot be read" };
  }
}

/** What hemvist sets aside has a reason; what SQS moves after too many attempts has none, so it follows from the queue. */
function whyHere({ queue, reason, isFromStream }: Letter): Bilingual {
  if (isFromStream) {
    return {
      sv: "hand-off kunde inte skicka det, eller något i samma omgång, och strömmen har gett upp det; mottagaren kan ha fått det.",
      en: "hand-off could not send it, or something in the same batch, and the stream gave it up; its receiver may have it.",
    };
  }
  if (reason !== undefined) {
    return {
      sv: `hemvist kunde inte läsa det (${reason}) och har sagt varför till avsändaren.`,
      en: `hemvist could not read it (${reason}) and has told its sender why.`,
    };
  }
  const [traffic] = queue.split("-");
  switch (traffic) {
    case "decisions":
    case "progress":
      return {
        sv: "Varje försök misslyckades, här eller i något vi står på; avsändaren har inte fått veta det.",
        en: "Every attempt failed, here or in something we stand on; its sender has not been told.",
      };
    case "inbox":
    case "assignments":
      return {
        sv: "Mottagaren hämtade det gång på gång och tog inte bort det: felet är i mottagarens system.",
        en: "Its receiver took it again and again and did not delete it: the fault is in the receiver's system.",
      };
    default:
      return {
        sv: "Schemat kunde inte starta körningen.",
        en: "The schedule could not start the run.",
      };
  }
}

function whatNow(verdict: Verdict): Bilingual {
  switch (verdict.kind) {
    case "would-be-taken":
      return { sv: "Det skulle tas emot nu: skicka det igen.", en: "It would be taken now: send it again." };
    case "would-be-refused":
      return {
        sv: `Det skulle inte ändra något (${verdict.why}); skickas det igen får avsändaren veta varför.`,
        en: `It would change nothing (${verdict.why}); sent again, its sender is told why.`,
      };
    case "would-be-handed-over":
      return {
        sv: "Inget nyare har gått ut: skicka det igen när felet är lagat, här eller hos mottagaren.",
        en: "Nothing newer has gone out: send it again when the fault is mended, here or at the receiver's.",
      };
    case "already-taken":
      return { sv: "Det är redan mottaget: ta bort det.", en: "It has been taken already: discard it." };
    case "overtaken":
      return {
        sv: `Något nyare gäller (${verdict.by}): skicka det inte, ta bort det när parterna har jämfört.`,
        en: `Something newer stands (${verdict.by}): do not send it; discard it once the parties have compared.`,
      };
    case "waits":
      return {
        sv: `Det väntar på ${verdict.for}, som måste komma först.`,
        en: `It waits for ${verdict.for}, which must come first.`,
      };
    case "unreadable":
      return {
        sv: `Det går inte att läsa (${verdict.codes.join(", ")}): avsändaren skickar ett rätt, och detta tas bort.`,
        en: `It cannot be read (${verdict.codes.join(", ")}): its sender sends a right one, and this is discarded.`,
      };
    case "record-unreadable":
      return {
        sv: `Beslutets post går inte att läsa med den här kodversionen (${verdict.error}): väck utvecklarna.`,
        en: `The decision's record cannot be read by this version of the code (${verdict.error}): wake the developers.`,
      };
    case "missed-run":
      return {
        sv: "Nästa körning tar igen allt: ta bort det när den har gått.",
        en: "The next run makes good for all: discard it when that has run.",
      };
  }
}

function commandFor({ id, queue }: Letter, verdict: Verdict, decision: string | undefined): string {
  // Once its record can be read, each of its messages is a letter of its own.
  if (queue === unreadRecords)
    return `hemvist ops redrive ${decision === undefined ? "" : `--decision ${decision} `}--reason "…"`;
  switch (verdict.kind) {
    case "would-be-taken":
    case "would-be-refused":
    case "would-be-handed-over":
    case "waits":
    case "record-unreadable":
      return `hemvist ops redrive --queue ${queue} --letter ${id} --reason "…"`;
    case "already-taken":
    case "overtaken":
    case "unreadable":
    case "missed-run":
      return `hemvist ops discard ${id} --queue ${queue} --reason "…"`;
  }
}
