"""Near-duplicates by datatrove's four stages with their defaults, run by its local executor.

Reads {"lines": a file of JSON Lines with id and text, "work": a folder} from the standard input; answers {"version", "groups": the
number of the group of each document that is in one of two or more, "cpu": seconds}.
"""

import json
import resource
import sys
from importlib.metadata import version
from pathlib import Path

from datatrove.data import Document
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.dedup import (
    MinhashDedupBuckets,
    MinhashDedupCluster,
    MinhashDedupFilter,
    MinhashDedupSignature,
)
from datatrove.utils.logging import logger

TASKS = 2


class Lines:
    """A reader: each task takes every TASKS-th line."""

    def __init__(self, path):
        self.path = path

    def __call__(self, data, rank, world_size):
        with open(self.path) as lines:
            for i, line in enumerate(lines):
                if i % world_size == rank:
                    yield Document(**json.loads(line))


class Keep:
    """Writes what the last stage says of each document that it forwards."""

    def __init__(self, path):
        self.path = path

    def __call__(self, data, rank, world_size):
        with open(f"{self.path}-{rank}", "w") as out:
            for d in data:
                out.write(json.dumps([d.id, d.metadata.get("minhash_cluster_id", -1)]) + "\n")
                yield d


def cpu():
    return sum(getattr(resource.getrusage(who), part) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN) for part in ("ru_utime", "ru_stime"))


def main():
    request = json.load(sys.stdin)
    logger.disable("datatrove")
    work = Path(request["work"]) / "datatrove"
    begin = cpu()
    stages = [
        ([Lines(request["lines"]), MinhashDedupSignature(str(work / "signatures"))], TASKS),
        ([MinhashDedupBuckets(str(work / "signatures"), str(work / "buckets"))], 14),
        ([MinhashDedupCluster(str(work / "buckets"), str(work / "clusters"), save_cluster_id=True)], 1),
    ]
    for pipeline, tasks in stages:
        LocalPipelineExecutor(pipeline, tasks=tasks, workers=1, logging_dir=str(work / f"logs-{tasks}-{len(pipeline)}")).run()
    # What the last stage drops has a group as well, which datatrove only tells of what it keeps: the groups' files have both.
    groups = {}
    ids = [[d.id for d in Lines(request["lines"])(None, rank, TASKS)] for rank in range(TASKS)]
    for rank in range(TASKS):
        raw = (work / "clusters" / f"{rank:06d}.clusters").read_bytes()
        for at in range(0, len(raw), 8):
            doc, group = int.from_bytes(raw[at : at + 4], "little"), int.from_bytes(raw[at + 4 : at + 8], "little")
            groups[ids[rank][doc]] = group
    last = [Lines(request["lines"]), MinhashDedupFilter(str(work / "clusters"), load_cluster_ids=True), Keep(str(work / "kept"))]
    LocalPipelineExecutor(last, tasks=TASKS, workers=1, logging_dir=str(work / "logs-last")).run()
    took = cpu() - begin
    kept = [json.loads(line) for rank in range(TASKS) for line in open(work / f"kept-{rank}")]
    assert all(groups.get(i, -1) == g for i, g in kept)
    json.dump({"version": version("datatrove"), "groups": groups, "cpu": took}, sys.stdout)


if __name__ == "__main__":
    main()
