export { happeningsInFiles, happeningsInLines } from "./happenings-in-files.ts";
export { type Happening, livedUntil } from "./lives.ts";
export { syntheticCity } from "./synthetic-city.ts";
