import { type Letter, unreadRecords } from "@hemvist/adapters";
import type { Instant } from "@hemvist/casework";
import type { Bilingual } from "@hemvist/rules";
import type { Step } from "../redrive/redrive-plan.ts";
import { type Death, deathOf } from "./death.ts";
import { shownType } from "./shown-type.ts";
import type { Verdict } from "./verdict.ts";

/** A dead letter, explained to the operator who must act. Ids and codes, nothing of the message. */
export interface Explained extends Death {
  readonly id: string;
  readonly queue: string;
  /** When it was set aside. If SQS moved it from `decisions-*`, when it was first sent. */
  readonly sentAt: string;
  readonly decision?: string;
  /** When its sender sent one about the same thing that hemvist could read. */
  readonly rightOneSince?: Instant;
  readonly what: Bilingual;
  readonly whyHere: Bilingual;
  readonly whatNow: Bilingual;
  readonly verdict: Verdict;
  /** One command that brings it back, or that ends it where it must not come back. */
  readonly command: string;
}

export function explained({ letter, content, decision, verdict, rightOneSince }: Step): Explained {
  return {
    id: letter.id,
    queue: letter.queue,
    sentAt: letter.sentAt,
    ...deathOf(letter),
    ...(decision === undefined ? {} : { decision }),
    ...(rightOneSince === undefined ? {} : { rightOneSince }),
    what: whatOf(content, letter),
    whyHere: whyHere(letter),
    whatNow: whatNow(verdict, rightOneSince),
    verdict,
    command: commandFor(letter, verdict, decision),
  };
}

function whatOf(content: Step["content"], { queue }: Letter): Bilingual {
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
        sv: `Ett svar på ett förslag om ${content.settling.assignmentId}, eller att förslaget tas tillbaka`,
        en: `An answer to a proposal on ${content.settling.assignmentId}, or its withdrawal`,
      };
    case "event":
      return {
        sv: `Ett utgående meddelande, ${shownType(queue, content.event.type)}, version ${content.version}, om ${content.event.subject}`,
        en: `An outgoing message, ${shownType(queue, content.event.type)}, version ${content.version}, about ${content.event.subject}`,
      };
    case "reply":
      return {
        sv: `Ett svar på ett meddelande som inte ändrade något: ${content.event.type}`,
        en: `An answer to a message that changed nothing: ${content.event.type}`,
      };
    case "missed-run":
      return {
        sv: "En schemalagd körning. Här finns bara tidpunkten.",
        en: "A scheduled run. Only its time is here.",
      };
    case "record":
      return {
        sv: "En version av ett beslut, med alla meddelanden som den skulle skicka",
        en: "A version of a decision, with all the messages it was to send",
      };
    case "unreadable":
      return { sv: "Ett meddelande som inte går att läsa", en: "A message that cannot be read" };
  }
}

/** A letter that hemvist set aside has a reason. One that SQS moved has none, so the queue says why. */
function whyHere({ queue, reason, isFromStream }: Letter): Bilingual {
  if (isFromStream) {
    return {
      sv: "hand-off kunde inte skicka det, eller något annat i samma post. Det ligger åt sidan tills en operatör skickar det igen. Mottagaren kan ändå ha fått det.",
      en: "hand-off could not send it, or something else of the same record. It lies aside until an operator sends it. The receiver may have it all the same.",
    };
  }
  if (reason !== undefined) {
    return {
      sv: `hemvist kunde inte läsa det (${reason}) och har meddelat avsändaren varför.`,
      en: `hemvist could not read it (${reason}) and has notified the sender why.`,
    };
  }
  const [traffic] = queue.split("-");
  switch (traffic) {
    case "decisions":
    case "progress":
      return {
        sv: "Alla försök misslyckades, i hemvist eller i en tjänst som hemvist använder. Avsändaren har inte fått något svar.",
        en: "Every attempt failed, in hemvist or in a service that hemvist uses. The sender has no answer.",
      };
    case "inbox":
    case "assignments":
      return {
        sv: "Mottagaren hämtade det gång på gång utan att ta bort det. Felet finns i mottagarens system.",
        en: "The receiver took it again and again and did not delete it. The fault is in the receiver's system.",
      };
    default:
      return {
        sv: "Schemat kunde inte starta körningen.",
        en: "The schedule could not start the run.",
      };
  }
}

function whatNow(verdict: Verdict, rightOneSince: Instant | undefined): Bilingual {
  switch (verdict.kind) {
    case "would-be-taken":
      return {
        sv: "Det skulle tas emot nu. Skicka det igen.",
        en: "hemvist would take it now. Send it again.",
      };
    case "would-be-refused":
      return {
        sv: `Det skulle inte ändra något (${verdict.why}). Om du skickar det igen får avsändaren veta varför.`,
        en: `It would change nothing (${verdict.why}). If you send it again, hemvist notifies the sender why.`,
      };
    case "would-be-handed-over":
      return {
        sv: "Inget nyare har skickats. Skicka det igen när felet är åtgärdat, i hemvist eller hos mottagaren.",
        en: "Nothing newer has been sent. Send it again once the fault is mended, in hemvist or at the receiver.",
      };
    case "already-taken":
      return { sv: "Det är redan mottaget. Ta bort det.", en: "hemvist has taken it already. Discard it." };
    case "overtaken":
      return {
        sv: `Något nyare gäller (${verdict.by}). Skicka inte det här. Ta bort det när parterna har stämt av vad som gäller.`,
        en: `Something newer holds (${verdict.by}). Do not send this. Discard it once the parties have agreed on what holds.`,
      };
    case "waits":
      return {
        sv: `Det väntar på ${verdict.for}, som måste komma först.`,
        en: `It waits for ${verdict.for}, which must come first.`,
      };
    case "unreadable":
      if (rightOneSince !== undefined)
        return {
          sv: `Det går inte att läsa (${verdict.codes.join(", ")}). Avsändaren har skickat ett läsbart sedan dess (${rightOneSince}). Ta bort det här.`,
          en: `It cannot be read (${verdict.codes.join(", ")}). Its sender has sent one since that can be read (${rightOneSince}). Discard this one.`,
        };
      return {
        sv: `Det går inte att läsa (${verdict.codes.join(", ")}). Be avsändaren skicka ett korrekt meddelande, och ta sedan bort det här.`,
        en: `It cannot be read (${verdict.codes.join(", ")}). Ask the sender for a correct message, then discard this one.`,
      };
    case "record-unreadable":
      return {
        sv: `Den här versionen av koden kan inte läsa beslutets post (${verdict.error}). Kontakta jouren.`,
        en: `This version of the code cannot read the decision's record (${verdict.error}). Call the developers on duty.`,
      };
    case "record-replaced":
      return {
        sv: "Tabellen har återställts sedan dess. Beslutet har inte längre den här versionen, och inget i den går att skicka. Be socialförvaltningen och utföraren skicka om det som de har skickat sedan tidpunkten. Ta sedan bort det här. Det kräver två personer.",
        en: "The table has been restored since. The decision no longer has this version, and nothing in it can be sent. Ask the SF and the provider to send again what they have sent since that moment. Then discard this one. That takes two people.",
      };
    case "missed-run":
      return {
        sv: "Nästa körning tar igen allt. Ta bort det när den är klar.",
        en: "The next run catches up on everything. Discard this once it is done.",
      };
  }
}

function commandFor({ id, queue }: Letter, verdict: Verdict, decision: string | undefined): string {
  // When the code can read its record, each message of the record is a letter.
  if (queue === unreadRecords && verdict.kind !== "record-replaced")
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
    case "record-replaced":
    case "missed-run":
      return `hemvist ops discard ${id} --queue ${queue} --reason "…"`;
  }
}
