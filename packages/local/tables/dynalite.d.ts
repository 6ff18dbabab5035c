declare module "dynalite" {
  import type { Server } from "node:http";

  /** DynamoDB on LevelDB, in memory unless it is given a path. */
  function dynalite(options: {
    /** The folder of its storage; in memory without it. */
    readonly path?: string;
    readonly createTableMs?: number;
    readonly deleteTableMs?: number;
    readonly updateTableMs?: number;
  }): Server;
  export = dynalite;
}
