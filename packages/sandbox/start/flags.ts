import { type Flag, Refusal, type Switch } from "@hemvist/cli/voice";
import * as z from "zod";
import { everyFault } from "../faults/every-fault.ts";
import type { Fault } from "../faults/fault.ts";
import { lastPort } from "./ports.ts";

/** What may follow `npm start --`. */
export const flags = {
  port: {
    syntax: "--port <port>",
    says: {
      sv: "port för API:t på 127.0.0.1, nästa port är för AWS-klienter; 0 tar lediga",
      en: "port of the API on 127.0.0.1, the next one is for AWS clients; 0 takes free ones",
    },
    standard: "0",
    read(text): number {
      if (/^\d{1,5}$/.test(text) && Number(text) <= lastPort) return Number(text);
      throw new Refusal({
        sv: `--port kräver ett heltal från 0 till ${lastPort}, inte ${text}.`,
        en: `--port needs a whole number from 0 to ${lastPort}, not ${text}.`,
      });
    },
  },
  now: {
    syntax: "--now <instant>",
    says: {
      sv: "vad klockan är från början, som 2026-11-02T09:00:00Z; annars den verkliga tiden",
      en: "what the clock shows at first, such as 2026-11-02T09:00:00Z; the real time if not given",
    },
    read(text): string {
      if (instant.safeParse(text).success && text >= "2000" && text < "2200") return text;
      throw new Refusal({
        sv: `--now kräver en tidpunkt, som 2026-11-02T09:00:00Z, inte ${text}.`,
        en: `--now needs an instant, such as 2026-11-02T09:00:00Z, not ${text}.`,
      });
    },
  },
  empty: {
    syntax: "--empty",
    says: {
      sv: "inga exempel spelas upp, och ingen part gör något av sig själv",
      en: "no sample is played, and no party acts by itself",
    },
  },
  exit: {
    syntax: "--exit",
    says: {
      sv: "spelar upp exemplen till och med mars 2027 och avslutar; statusen säger om allt blev som det ska",
      en: "plays the samples until March 2027 and ends; the status says whether all came out as it should",
    },
  },
  story: {
    syntax: "--story <name>",
    says: {
      sv: "berättar ett ärende i stället för att spela upp exemplen: three-years",
      en: "tells one case instead of playing the samples: three-years",
    },
    read(text): "three-years" {
      if (text === "three-years") return text;
      throw new Refusal({
        sv: `--story är three-years, inte ${text}.`,
        en: `--story is three-years, not ${text}.`,
      });
    },
  },
  fault: {
    syntax: "--fault <name>",
    says: {
      sv: "övar ett fel i stället: larmet, handboken och dess kommandon; help listar felen",
      en: "rehearses a fault instead: its alarm, the runbook and its commands; help lists the faults",
    },
    read(text): Fault | "help" {
      const found = text === "help" ? text : everyFault.find(({ name }) => name === text);
      if (found !== undefined) return found;
      throw new Refusal({
        sv: `Det finns inget fel som heter ${text}: --fault help listar dem.`,
        en: `There is no fault called ${text}: --fault help lists them.`,
      });
    },
  },
  verbose: {
    syntax: "--verbose",
    says: {
      sv: "säger varför varje exempel bedömdes som det gjorde",
      en: "says why each sample was judged as it was",
    },
  },
} as const satisfies Readonly<Record<string, Flag<unknown> | Switch>>;

const instant = z.iso.datetime({ offset: true });
