/** What Lambda takes as an event, and what a batch from an event source may hold: "6 MB". */
export const MOST_EVENT_BYTES = 6 * 1024 * 1024;

/** What a function may answer: Lambda allows a little more for what stands around it. */
export const MOST_ANSWER_BYTES = 6_291_556;

/** The first of some records that fit into one event together; always one, however large. */
export const asManyAsFit = <T>(records: readonly T[]): readonly T[] => {
  let bytes = Buffer.byteLength('{"Records":[]}');
  const beyond = records.findIndex((record, index) => {
    bytes += Buffer.byteLength(JSON.stringify(record)) + 1;
    return index > 0 && bytes > MOST_EVENT_BYTES;
  });
  return beyond < 0 ? records : records.slice(0, beyond);
};
