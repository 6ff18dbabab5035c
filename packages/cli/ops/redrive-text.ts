import type { Redriven } from "@hemvist/operations";
import { tableOf } from "../voice/table-text.ts";
import type { Explained } from "./explain.ts";

interface Planned extends Explained {
  readonly send: boolean;
}

/** What a redrive did, or would do, in its order. */
export function redriveText(
  letters: readonly Planned[],
  redriven: Redriven | undefined,
  unseen: number,
): string {
  if (letters.length === 0) return "Inget att skicka. / Nothing to send.";
  return [
    tableOf(
      ["", "id", "queue", "decision", "what", "because"],
      letters.map((letter) => [
        didWith(letter, redriven),
        letter.id,
        letter.queue,
        letter.decision ?? "-",
        letter.what.en,
        letter.verdict.kind,
      ]),
    ),
    ...letters.filter(({ send }) => !send).map(({ id, whatNow }) => `${id}: ${whatNow.sv} / ${whatNow.en}`),
    ...(unseen > 0 ? [`${unseen} till bakom dem: kör igen / more behind them: run it again`] : []),
    redriven === undefined
      ? "Inget är gjort (--dry-run). / Nothing was done (--dry-run)."
      : `${redriven.sent.length} skickade / sent.`,
  ].join("\n");
}

function didWith({ id, send }: Planned, redriven: Redriven | undefined): string {
  if (!send) return "leave";
  if (redriven === undefined) return "would send";
  if (redriven.notSent.includes(id)) return "NOT SENT";
  return redriven.notRemoved.includes(id) ? "sent, still here" : "sent";
}
