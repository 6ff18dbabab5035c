import { randomUUID } from "node:crypto";
import { physicalName, progressFrom } from "@hemvist/rules";
import * as z from "zod";
import type { Company } from "./company.ts";
import type { ReceivedEvent } from "./parties.ts";

type Status = "received" | "accepted" | "rejected" | "in-progress" | "on-hold" | "completed" | "failed";

/** The provider whose system is down all along. It never answers. */
export const silentProvider = "arbetsmarknadsanstallning";

const requested = z.object({ assignmentId: z.string(), from: z.string(), to: z.string() });

/** An assignment as its provider has it on the desk. */
export interface Task extends z.infer<typeof requested> {
  readonly provider: string;
  /** Which it is of the provider's, from 1: some are played to take another turn than the usual. */
  readonly number: number;
  status: Status | "requested";
  /** When it got that status, RFC 3339. */
  since: string;
}

export interface Report {
  readonly provider: string;
  readonly assignmentId: string;
  readonly status: Status;
  readonly said: string;
}

/** The desks of all who carry out assignments. */
export interface Desks {
  /** Takes what has come, puts new assignments on the desks and cancelled ones off them. */
  readonly open: () => Promise<readonly ReceivedEvent[]>;
  /** Reports on every task for which `act` has something to say. */
  readonly report: (act: (task: Readonly<Task>) => Act | undefined) => Promise<readonly Report[]>;
}

export interface Act {
  readonly status: Status;
  readonly reason?: { readonly code: string; readonly whose: string };
  readonly result?: string;
  readonly expectedStartOn?: string;
}

export function desksOf(company: Company): Desks {
  const { system, executors } = company;
  const tasks = new Map<string, Task>();

  function put(provider: string, { type, data }: ReceivedEvent): void {
    if (type.endsWith("assignment.cancelled.v1")) tasks.delete(String(data["assignmentId"]));
    const isNew = type.endsWith("assignment.requested.v1");
    if (!isNew && !type.endsWith("assignment.amended.v1")) return;
    const { assignmentId, from, to } = requested.parse(data);
    const known = tasks.get(assignmentId);
    if (known !== undefined) tasks.set(assignmentId, { ...known, from, to });
    if (known !== undefined || !isNew) return;
    const number = [...tasks.values()].filter((task) => task.provider === provider).length + 1;
    const since = system.now();
    tasks.set(assignmentId, { assignmentId, from, to, provider, number, status: "requested", since });
  }

  async function send(task: Task, act: Act): Promise<void> {
    const { provider, assignmentId } = task;
    const body = JSON.stringify({ progressId: randomUUID(), assignmentId, occurredAt: system.now(), ...act });
    // A provider's first task is reported over HTTP, the others on its queue: it means the same.
    if (task.number === 1)
      await executors.party(provider).post(`/v1/assignments/${assignmentId}/progress`, body);
    else await executors.party(provider).send(physicalName(progressFrom(provider)), body, assignmentId);
  }

  return {
    async open() {
      const all: ReceivedEvent[] = [];
      for (const provider of executors.codes) {
        if (provider === silentProvider) continue;
        const events = await executors.takeAssignments(provider);
        for (const event of events) put(provider, event);
        all.push(...events);
      }
      return all;
    },

    async report(act) {
      const reports: Report[] = [];
      for (const task of tasks.values()) {
        const acted = act(task);
        if (acted === undefined) continue;
        await send(task, acted);
        task.status = acted.status;
        task.since = system.now();
        const why = acted.reason
          ? `, ${acted.reason.code} (${acted.reason.whose})`
          : acted.result
            ? `, result: ${acted.result}`
            : "";
        reports.push({
          provider: task.provider,
          assignmentId: task.assignmentId,
          status: acted.status,
          said: `${acted.status}${why}`,
        });
      }
      await system.settle();
      return reports;
    },
  };
}

/** Their systems acknowledge by themselves. */
export const acknowledge = ({ status }: Readonly<Task>): Act | undefined =>
  status === "requested" ? { status: "received" } : undefined;

/** Kompetenscenter has no place for its second; all else is accepted. */
export const answer = ({ status, provider, number, from }: Readonly<Task>): Act | undefined => {
  if (status !== "received") return undefined;
  if (provider === "kompetenscenter" && number === 2) {
    return { status: "rejected", reason: { code: "no-capacity", whose: "provider" } };
  }
  return { status: "accepted", expectedStartOn: from };
};

export const startBy =
  (today: string) =>
  ({ status, from }: Readonly<Task>): Act | undefined =>
    status === "accepted" && from <= today ? { status: "in-progress" } : undefined;

/** What becomes of some of Kompetenscenter's tasks in the new year. */
export const goOn = ({ status, provider, number }: Readonly<Task>): Act | undefined => {
  if (status !== "in-progress" || provider !== "kompetenscenter") return undefined;
  if (number === 1) return { status: "completed", result: "work" };
  if (number === 3) return { status: "on-hold", reason: { code: "illness", whose: "person" } };
  if (number === 4) return { status: "failed", reason: { code: "person-absent", whose: "person" } };
  return undefined;
};
