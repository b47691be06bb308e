// Which pairs of reports have a page that lays them side by side.
import { embedded } from "./source.ts";

export function comparable(left: string, right: string): [string, string] | null {
  if (!embedded || embedded.compared.includes(`${left}-${right}`)) return [left, right];
  return embedded.compared.includes(`${right}-${left}`) ? [right, left] : null;
}
