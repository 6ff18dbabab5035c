import { gunzipSync, inflateSync, zstdDecompressSync } from "node:zlib";

/** Deep enough for a body in a record in an event in a letter. */
const deepest = 8;

/**
 * Every text that a value holds, in the clear and behind encodings that need no key: JSON in JSON, Base64, hexadecimal,
 * percent signs, UTF-16, and zstd, gzip and zlib behind a header of any length.
 */
export const everyReading = (value: unknown): string => readingsOf(value, 0).join("\n");

function readingsOf(value: unknown, depth: number): readonly string[] {
  if (depth > deepest) return [];
  if (typeof value === "string") return [value, ...behind(value, depth + 1)];
  if (value instanceof Uint8Array) return bytesRead(Buffer.from(value), depth + 1);
  if (typeof value !== "object" || value === null) return [String(value)];
  return Object.entries(value).flatMap(([name, each]) => [name, ...readingsOf(each, depth)]);
}

const behind = (text: string, depth: number): readonly string[] => [
  ...(/^\s*[[{"]/.test(text)
    ? readingsOf(
        tried(() => JSON.parse(text)),
        depth,
      )
    : []),
  ...(/%[0-9a-f]{2}/i.test(text)
    ? readingsOf(
        tried(() => decodeURIComponent(text)),
        depth,
      )
    : []),
  ...(/^([0-9a-f]{2}){6,}$/i.test(text) ? bytesRead(Buffer.from(text, "hex"), depth) : []),
  ...(/^[\w+/=-]{12,}$/.test(text) ? bytesRead(Buffer.from(text, "base64"), depth) : []),
];

function bytesRead(bytes: Buffer, depth: number): readonly string[] {
  const texts = (["latin1", "utf8", "utf16le"] as const).map((encoding) => bytes.toString(encoding));
  return [...texts.flatMap((text) => [text, ...behind(text, depth)]), ...unpacked(bytes, depth)];
}

/** How each compression's output begins. */
const compressions = [
  { mark: "28b52ffd", unpack: zstdDecompressSync },
  { mark: "1f8b08", unpack: gunzipSync },
  { mark: "785e", unpack: inflateSync },
  { mark: "789c", unpack: inflateSync },
  { mark: "78da", unpack: inflateSync },
];

const unpacked = (bytes: Buffer, depth: number): readonly string[] =>
  compressions.flatMap(({ mark, unpack }) => {
    const at = bytes.indexOf(mark, 0, "hex");
    const text = at < 0 ? undefined : tried(() => unpack(bytes.subarray(at)));
    return text === undefined ? [] : readingsOf(text, depth + 1);
  });

/** What merely looks like an encoding is none. */
function tried<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
