import { type SimulatedStream, simulatedStream } from "../simulation/platform/stream.ts";
import { casesOf, simulatedStore } from "../simulation/platform/table.ts";
import { hour, second, type VirtualTime, virtualTime } from "../simulation/world/virtual-time.ts";
import { aSeed, undisturbed } from "../support/undisturbed-run.ts";
import { recordOf } from "./simulated-table.ts";
import type { Batch, Change, OpenStream, OpenStreamSource } from "./stream-probe.ts";

type Told = Parameters<Parameters<typeof simulatedStream>[0]["onSetAside"]>[0];
const changeOf = ({ sequenceNumber, decision, version }: Told): Change => ({
  sequenceNumber,
  id: decision.slice("sf-centrum.".length),
  version,
});

/** Long enough for everything that is ever tried again. */
const settle = (time: VirtualTime): Promise<void> => time.run(time.now() + 6 * hour);

/** The simulated table, and what its stream hands over. */
export const openSimulatedStream: OpenStream = ({ unreadForHours = 0 } = {}) => {
  const time = virtualTime(0);
  const changes: Change[] = [];
  const stream = simulatedStream({
    time,
    clock: time.now,
    isGivenUp: () => false,
    invoke: (batch) => {
      changes.push(...batch.map(changeOf));
      return Promise.resolve({});
    },
    onForgotten: () => {},
    onSetAside: () => {},
  });
  stream.switchOff(unreadForHours * hour);
  const store = simulatedStore({
    hasManyShapes: true,
    chance: aSeed(),
    onWritten: (record) => stream.written(record, true),
  });
  const cases = casesOf(store, { run: undisturbed(), isDown: () => false });
  return Promise.resolve({
    async put(item) {
      const saved = await cases.save(recordOf(item));
      return saved.saved ? "written" : { standing: undefined };
    },
    remove: () => Promise.reject(new Error("nothing is removed in a simulated world")),
    async read() {
      await time.run(Math.max(time.now(), unreadForHours * hour) + hour);
      return changes;
    },
    hoursGoBy: (hours) => time.run(time.now() + hours * hour),
  });
};

/** The simulated stream, as its function meets it. */
export const openSimulatedStreamSource: OpenStreamSource = ({
  answer = () => "done" as const,
  hoursOld = 0,
} = {}) => {
  const time = virtualTime(0);
  const batches: Batch[] = [];
  const setAside: Change[] = [];
  let [now, most] = [0, 0];
  const stream: SimulatedStream = simulatedStream({
    time,
    clock: time.now,
    isGivenUp: () => false,
    async invoke(told) {
      const batch = told.map(changeOf);
      batches.push(batch);
      now += 1;
      most = Math.max(most, now);
      const answered = answer(batch, batches.length);
      await time.sleep(second);
      now -= 1;
      if (answered === "dies") return undefined;
      return answered === "done" ? {} : answered;
    },
    onForgotten: () => {},
    onSetAside: (change) => setAside.push(changeOf(change)),
  });
  if (hoursOld > 0) stream.switchOff(hoursOld * hour);
  return Promise.resolve({
    write: (id, version) => stream.written(recordOf({ id, version, note: "" }), true),
    rest: () => settle(time).then(() => (hoursOld > 0 ? time.run(time.now() + hoursOld * hour) : undefined)),
    batches,
    setAside,
    mostAtOnce: () => most,
  });
};
