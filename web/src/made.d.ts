declare module "virtual:words" {
  const words: Record<string, Record<string, string>>;
  export default words;
}
declare module "virtual:outlines" {
  import type { Topology } from "topojson-specification";
  const outlines: { topology: Topology; points: Record<string, [number, number]> };
  export default outlines;
}
declare module "*.css";
