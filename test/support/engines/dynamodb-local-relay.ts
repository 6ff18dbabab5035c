// Runs in a network of its own: starts Amazon's engine there, and relays a socket in the file
// system, which is the same inside and outside, to it.
import { execFileSync, spawn } from "node:child_process";
import { connect, createServer } from "node:net";
import { dirname, join } from "node:path";

const [jar = "", socket = ""] = process.argv.slice(2);
const port = 8000;
const programs = { network: "ip", engine: "java" } as const;

execFileSync(programs.network, ["link", "set", "lo", "up"]);

const engine = spawn(
  programs.engine,
  [
    `-Djava.library.path=${join(dirname(jar), "DynamoDBLocal_lib")}`,
    "-jar",
    jar,
    "-inMemory",
    "-disableTelemetry",
    "-port",
    `${port}`,
  ],
  { stdio: "ignore", env: { ...process.env, DDB_LOCAL_TELEMETRY: "0" } },
);

const relay = createServer((outside) => {
  const inside = connect(port, "127.0.0.1");
  outside.pipe(inside).pipe(outside);
  outside.on("error", () => inside.destroy());
  inside.on("error", () => outside.destroy());
});
relay.listen(socket);

engine.on("exit", () => process.exit());
process.stdin.on("end", () => engine.kill());
process.stdin.resume();
