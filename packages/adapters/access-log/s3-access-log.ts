import { randomInt } from "node:crypto";
import { type Access, type AccessLog, AccessNotLogged, type Logged } from "@hemvist/casework";
import { civilDateAt } from "@hemvist/rules";
import type { Seal } from "../seal.ts";
import { noKey } from "../self-check-reads.ts";
import { beginning, entryHash, entryText, keyOf, lanes, placeIn, placeOf, prefixOf } from "./entry.ts";
import { type WriteOnceObjects, writeOnceObjects } from "./write-once-objects.ts";

/** The newest entry of a chain. */
interface Head {
  readonly day: string;
  readonly sequence: number;
  readonly hash: string;
}

const noEntry: Head = { day: "", sequence: 0, hash: beginning };

/** Ours: so often may other processes be quicker, before the caller is asked to try again. */
const mostAttempts = 20;

interface On {
  readonly objects: Pick<WriteOnceObjects, "add" | "find" | "list">;
  readonly seal: Seal;
  /** The chain of each party that this process writes in. */
  readonly lane?: number;
}

/** The log, and a read that shows whether its bucket is there. It writes nothing, because what is written stands. */
export function s3AccessLog(
  bucket: string,
  seal: Seal,
): AccessLog & { readonly check: () => Promise<unknown> } {
  const objects = writeOnceObjects(bucket);
  return { ...accessLog({ objects, seal }), check: () => objects.list({ prefix: noKey, most: 1 }) };
}

/**
 * Appends to a chain. It remembers the newest entry that it knows of. If another process has written after that one, S3
 * refuses the write, and it goes on from what stands.
 */
export function accessLog({ objects, seal, lane = randomInt(lanes) }: On): AccessLog {
  const heads = new Map<string, Head>();

  async function append(access: Access, head: Head, chain: string): Promise<Head | undefined> {
    const today = civilDateAt(access.at);
    // A request from before midnight may be answered after one that came later. The chain's days never go back.
    const day = head.day > today ? head.day : today;
    const place = { chain, day, sequence: head.sequence + 1, after: head.hash };
    const body = Buffer.from(await seal.close(JSON.stringify(access), placeOf(place))).toString("base64");
    const text = entryText({ ...place, body });
    return (await objects.add(keyOf(place), text)) ? { ...place, hash: entryHash(text) } : undefined;
  }

  async function written(access: Access): Promise<Logged> {
    const chain = `${access.party}/${lane}`;
    for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
      const head = heads.get(chain) ?? (await newestIn(objects, chain));
      const next = await append(access, head, chain);
      if (next !== undefined) {
        heads.set(chain, next);
        return { chain, sequence: next.sequence, hash: next.hash };
      }
      heads.delete(chain);
    }
    throw new AccessNotLogged("other processes were quicker each time");
  }

  return {
    async write(access) {
      try {
        return await written(access);
      } catch (cause) {
        throw cause instanceof AccessNotLogged ? cause : new AccessNotLogged(undefined, { cause });
      }
    },
  };
}

async function newestIn({ list, find }: On["objects"], chain: string): Promise<Head> {
  const [key] = await list({ prefix: prefixOf(chain), most: 1 });
  if (key === undefined) return noEntry;
  const [place, text] = [placeIn(key), await find(key)];
  if (place === undefined || text === undefined)
    throw new Error("the newest entry of a chain cannot be read");
  return { ...place, hash: entryHash(text) };
}
