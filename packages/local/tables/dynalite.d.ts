declare module "dynalite" {
  import type { Server } from "node:http";

  /** DynamoDB on LevelDB, in memory unless it is given a path. */
  function dynalite(options: {
    readonly createTableMs?: number;
    readonly deleteTableMs?: number;
    readonly updateTableMs?: number;
  }): Server;
  export = dynalite;
}
