import { partyOf, type Seen } from "./seen.ts";

export interface MessageDay {
  readonly party: string;
  readonly day: string;
  /** What versions of decisions cause. */
  readonly toBeSent: number;
  /** By hand-off's own word. */
  readonly sent: number;
  /** By the party's: each id once. */
  readonly received: number;
  /** Came more than once, under the same id. */
  readonly twice: number;
  /** Answers to what the party sent itself, which no version causes. */
  readonly answers: number;
}

type Counts = { -readonly [K in keyof MessageDay]: MessageDay[K] };

/** Messages per party and day, from the three who know: the stream, hand-off, and the party. */
export function messageDays({ caused, received }: Seen): readonly MessageDay[] {
  const days = new Map<string, Counts>();
  const at = (party: string, day: string): Counts => {
    const none = { party, day, toBeSent: 0, sent: 0, received: 0, twice: 0, answers: 0 };
    const found = days.get(`${day} ${party}`) ?? none;
    days.set(`${day} ${party}`, found);
    return found;
  };
  for (const { party, day, isHandedOff } of caused.values()) {
    at(party, day).toBeSent += 1;
    if (isHandedOff) at(party, day).sent += 1;
  }
  for (const [queue, messages] of received) {
    for (const { id, day, times } of messages.values()) {
      const counts = at(partyOf(queue), day);
      if (caused.has(id)) counts.received += 1;
      else counts.answers += 1;
      if (times > 1) counts.twice += 1;
    }
  }
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, counts]) => counts);
}
