"""The networks as GraphML: who acts towards whom, who is named together, which outlet rests on which origin."""

import networkx as nx

from analysis.briefing.brief import Brief
from analysis.briefing.proof import method_rows
from analysis.briefing.text import one_line
from analysis.columns import Col
from analysis.results import Results
from analysis.summaries import appearances_together, dyads, origin_links
from analysis.summaries.responses import COUNTRY

EVERY_ACTOR = 10_000
"""Actors among which pairs are looked for: all of them, in a case of any size that a person reads [actors]."""


def write_graph(brief: Brief) -> bytes:
    """The networks of the articles shown as one .graphml.

    Nodes have `label` and `kind` (country, actor, outlet, origin); edges have `kind` (acts, named together, rests on)
    and a count in `weight`. Edges of the kind `named together` have no direction, though GraphML draws one.
    """
    graph = nx.MultiDiGraph()
    graph.graph["title"] = one_line(brief.title)
    for label, value in method_rows(brief):
        graph.graph[label.lower().replace(" ", "_")] = value
    graph.graph["sources"] = "; ".join(
        f"{one_line(s.outlet)} {s.published_on} {one_line(s.url)}" for s in brief.sources
    )
    _add_acts(graph, brief.results)
    _add_pairs(graph, brief.results)
    _add_origins(graph, brief.results)
    return ("\n".join(nx.generate_graphml(graph)) + "\n").encode("utf-8")


def _add_acts(graph: "nx.MultiDiGraph", results: Results) -> None:
    for item in dyads(results).to_dict("records"):
        ends = (item[Col.COUNTRY_CODE], item[COUNTRY]), (item[Col.TARGET_CODE], item["target"])
        first, second = (_node(graph, f"country:{code}", str(name), "country") for code, name in ends)
        graph.add_edge(
            first, second, kind="acts", act=str(item[Col.ACT]), weight=int(item["n_responses"]),
            n_outlets=int(item[Col.N_OUTLETS]),
        )  # fmt: skip


def _add_pairs(graph: "nx.MultiDiGraph", results: Results) -> None:
    for item in appearances_together(results, top=EVERY_ACTOR).to_dict("records"):
        ends = ((item[f"entity_id_{side}"], item[f"entity_{side}"]) for side in "ab")
        first, second = (_node(graph, str(key), str(name), "actor") for key, name in ends)
        graph.add_edge(first, second, kind="named together", weight=int(item["n_sentences"]))


def _add_origins(graph: "nx.MultiDiGraph", results: Results) -> None:
    for item in origin_links(results).to_dict("records"):
        outlet = _node(graph, f"outlet:{item[Col.PUBLISHER]}", str(item[Col.PUBLISHER]), "outlet")
        origin = _node(graph, f"origin:{item[Col.ORIGIN_ID]}", str(item[Col.ORIGIN]), "origin")
        graph.add_edge(outlet, origin, kind="rests on", weight=int(item["n_passages"]))


def _node(graph: "nx.MultiDiGraph", key: str, label: str, kind: str) -> str:
    """The node's key; a node stays what it was first added as."""
    name = one_line(key)
    if name not in graph:
        graph.add_node(name, label=one_line(label), kind=kind)
    return name
