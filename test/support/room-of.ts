import { zstdCompressSync } from "node:zlib";
import { type CaseRecord, NoRoom } from "@hemvist/casework";

const [kilobyte, megabyte] = [1024, 1024 * 1024];
/** Attributes beside the body, and what sealing adds to it. */
const besides = 400;
/** What has happened less often is far from any limit, and is not measured. */
const longHistory = 100;

/** How much of the room for one record it takes, about as the sealed table counts it. Worked out here by itself. */
export function roomOf(record: CaseRecord): number {
  const text = Buffer.from(JSON.stringify(record));
  return Math.max((zstdCompressSync(text).length + besides) / (400 * kilobyte), text.length / (8 * megabyte));
}

/**
 * @param fuller how many times fuller the table gets than a real one
 * @throws NoRoom where a record takes more than its writer may fill
 */
export function checkRoom(record: CaseRecord, upTo = 1, fuller = 1): void {
  const mayBeLarge = record.history.length > longHistory || upTo < 0.1;
  if (mayBeLarge && fuller * roomOf(record) > upTo) throw new NoRoom(record.decisionId);
}
