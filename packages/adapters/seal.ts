import { createCipheriv, createDecipheriv, type DecipherGCM, randomBytes } from "node:crypto";
import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { type KeyOfGeneration, kmsDerivedKeys } from "./derived-keys.ts";

/** What a body belongs to. It opens under no other key and for no other version. */
export interface Place {
  readonly pk: string;
  readonly version: number;
}

/** Closes and opens the bodies of records. */
export interface Seal {
  readonly close: (text: string, place: Place) => Promise<Uint8Array>;
  /** @throws BodyDoesNotOpen where no further attempt helps; what KMS throws where the key cannot be had just now */
  readonly open: (body: Uint8Array, place: Place) => Promise<string>;
}

/** The format is not known, the body was changed or is too long, or it belongs to another key or place. */
export class BodyDoesNotOpen extends Error {
  override readonly name = "BodyDoesNotOpen";
}

/**
 * A sealed body, byte by byte. `known-answers.json` pins it, and Python opens it (test/judges).
 *
 * | bytes | what |
 * | --- | --- |
 * | 1 | the format: 1 |
 * | 1 | the key's generation, 1 to 255 |
 * | 12 | the nonce, random |
 * | n | the text as UTF-8, compressed (zstd), encrypted with AES-256-GCM |
 * | 16 | GCM's tag |
 *
 * GCM also authenticates the first two bytes, `pk`, a line break and the version.
 */
const format = 1;
const [headerLength, nonceLength, tagLength] = [2, 12, 16];

/** The generation that new bodies are sealed with. A further one is a new label, and nothing else (docs/security/keys.md). */
export const newestGeneration = 1;

/**
 * The longest text that is decompressed, in bytes. Ours: an item of 400 KB holds some 2.5 MB of a record's JSON, and a
 * body that claims more is not one of ours.
 */
export const longestText = 8 * 1024 * 1024;

/**
 * Ours. A first version with two interventions is 9.9 KB of JSON. Level 6 makes 1.64 KB of it, the default level 3 1.78 KB:
 * with the keys of its indexes, that is the difference between two and three kilobytes to write.
 */
const compression = { params: { [constants.ZSTD_c_compressionLevel]: 6 } };

/** A nonce of 96 random bits may be drawn 2^32 times for one key (NIST SP 800-38D, 8.3): a new generation long before. */
export function sealedWith(keyOf: KeyOfGeneration, generation = newestGeneration): Seal {
  return {
    async close(text, place) {
      const header = Uint8Array.of(format, generation);
      const nonce = randomBytes(nonceLength);
      const cipher = createCipheriv("aes-256-gcm", await keyOf(generation), nonce);
      cipher.setAAD(boundTo(header, place));
      const closed = [cipher.update(zstdCompressSync(text, compression)), cipher.final()];
      return Buffer.concat([header, nonce, ...closed, cipher.getAuthTag()]);
    },
    async open(body, place) {
      const header = body.subarray(0, headerLength);
      const [its, generationOfBody = 0] = header;
      if (its !== format || body.length < headerLength + nonceLength + tagLength)
        throw new BodyDoesNotOpen(`format ${its}, which this version of the code does not know`);
      const start = headerLength + nonceLength;
      const decipher = createDecipheriv(
        "aes-256-gcm",
        await keyOf(generationOfBody),
        body.subarray(headerLength, start),
        { authTagLength: tagLength },
      );
      decipher.setAAD(boundTo(header, place));
      decipher.setAuthTag(body.subarray(-tagLength));
      return unpacked(decipher, body.subarray(start, -tagLength));
    },
  };
}

/** By keys that are derived in KMS. */
export const kmsSeal = (keyId: string, client?: DynamoDBClient): Seal =>
  sealedWith(kmsDerivedKeys(keyId, "records", client));

function unpacked(decipher: DecipherGCM, encrypted: Uint8Array): string {
  try {
    const packed = Buffer.concat([decipher.update(encrypted), decipher.final()]);
    return zstdDecompressSync(packed, { maxOutputLength: longestText }).toString("utf8");
  } catch (cause) {
    throw new BodyDoesNotOpen("changed, too long, or of another key or place", { cause });
  }
}

const boundTo = (header: Uint8Array, { pk, version }: Place): Uint8Array =>
  Buffer.concat([header, Buffer.from(`${pk}\n${version}`)]);

/** Whether a body is of an earlier format, or of an earlier generation of the key, than new bodies are. */
export function isOlder(body: Uint8Array, newest = newestGeneration): boolean {
  const [its = 0, generation = 0] = body;
  return its < format || (its === format && generation < newest);
}
