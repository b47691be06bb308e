// Who passed it on: authority, communiqué or post, agency, outlets, as a tree that begins with whoever said it first.
import type { Chain, EncounterPage, Origin, Reuse, Summary } from "../api.ts";
import { addressOf } from "../route.ts";
import { say, speaker } from "../words.ts";
import { Foreign, placeInReport } from "./foreign.tsx";
import { authorityOf } from "./row.tsx";
import { Shares } from "./shares.tsx";
import type { Evidence } from "../api.ts";

interface Node {
  key: string;
  role: string; // authority, communique, post, agency, outlet
  name: string | null;
  evidence: Evidence | null;
  side: string | null;
  report: Summary | null;
  children: Node[];
}

const steps = ["authority", "communique", "post", "agency"]; // from the first to the last before the outlet

function child(parent: Node, role: string, name: string | null, evidence: Evidence | null): Node {
  const key = `${role}/${name?.toLowerCase() ?? ""}`;
  const known = parent.children.find((one) => one.key === key && one.report === null);
  if (known) return known;
  const made: Node = { key, role, name, evidence, side: null, report: null, children: [] };
  parent.children.push(made);
  return made;
}

export function treeOf(origin: Origin, reports: Map<string, Summary>): Node {
  const root: Node = { key: "", role: "", name: null, evidence: null, side: origin.side, report: null, children: [] };
  for (const id of origin.reports) {
    const report = reports.get(id);
    if (!report) continue;
    let at = root;
    const links: (Chain | null)[] = steps.map((role) => report.chain.find((one) => one.role === role) ?? null);
    if (!links[0] && origin.authority) at = child(at, "authority", origin.authority, null);
    for (const link of links) {
      if (link) at = child(at, link.role, link.role === "authority" && origin.authority ? origin.authority : link.name, link.evidence);
    }
    at.children.push({ key: id, role: "outlet", name: report.label, evidence: null, side: null, report, children: [] });
  }
  return root;
}

export function ChainTree({ page }: { page: EncounterPage }) {
  const reports = new Map(page.reports.map((one) => [one.id, one]));
  const recalled = new Set(page.encounter.tellings.filter((one) => one.standing === "background").map((one) => one.report));
  return (
    <ol class="origins">
      {page.encounter.origins.map((origin, i) => {
        const tree = treeOf(origin, reports);
        const direct = tree.children.every((one) => one.report !== null);
        return (
          <li key={i}>
            <p class="origin">
              <span class="ordinal">{i + 1}</span> {direct && origin.kind === "outlet" ? say("origin.outlet") : <>{say("according_to")} <Foreign text={authorityOf(origin)} /> · {say(`side.${origin.side}`)}</>}
            </p>
            <Branches nodes={tree.children} reuse={page.reuse} reports={reports} recalled={recalled} />
          </li>
        );
      })}
    </ol>
  );
}

interface BranchesProps {
  nodes: Node[];
  reuse: Reuse[];
  reports: Map<string, Summary>;
  recalled: Set<string>;
}

function Branches({ nodes, ...rest }: BranchesProps) {
  if (nodes.length === 0) return null;
  return (
    <ul class="tree">
      {nodes.map((node) => (
        <li key={node.key} class={node.role}>
          {node.report ? <Leaf report={node.report} {...rest} /> : (
            <>
              <span class="role">{say(`chain.${node.role}`)}</span>{" "}
              <Foreign text={node.name ?? ""} most={120} />
              {node.evidence && <a class="quoted" href={placeInReport(node.evidence)}>{say("in_its_words")}</a>}
            </>
          )}
          <Branches nodes={node.children} {...rest} />
        </li>
      ))}
    </ul>
  );
}

function Leaf({ report, reuse, reports, recalled }: { report: Summary } & Omit<BranchesProps, "nodes">) {
  const shared = reuse.filter((one) => one.from === report.id || one.to === report.id).sort((a, b) => b.score - a.score)[0];
  const other = shared && reports.get(shared.from === report.id ? shared.to : shared.from);
  return (
    <>
      <span class="role">{speaker.languageName(report.language)}</span>{" "}
      <a href={addressOf("report", [report.id])}><Foreign text={report.label} most={80} /></a>
      {recalled.has(report.id) && <span class="faint"> · {say("standing.background")}</span>}
      {shared && other && <span class="share"><Shares reuse={shared} of={report} other={other} /></span>}
    </>
  );
}
