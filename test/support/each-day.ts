const millisecondsInDay = 86_400_000;

/** Each day from `first` to `last`, by the platform's calendar: it comes to an end, whatever becomes of ours. */
export function* eachDay(first: string, last: string): Generator<string> {
  for (let time = Date.parse(first); time <= Date.parse(last); time += millisecondsInDay)
    yield new Date(time).toISOString().slice(0, 10);
}
