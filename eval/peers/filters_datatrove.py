"""FineWeb's filters by datatrove's own steps and local executor, from lines to lines.

Reads {"folder": of JSON Lines, "work": a folder} from the standard input; answers {"version", "kept", "cpu": seconds}.
"""

import json
import resource
import sys
from importlib.metadata import version
from pathlib import Path

from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.filters import C4QualityFilter, FineWebQualityFilter, GopherQualityFilter, GopherRepetitionFilter
from datatrove.pipeline.readers import JsonlReader
from datatrove.pipeline.writers import JsonlWriter
from datatrove.utils.logging import logger


def cpu():
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(u.ru_utime + u.ru_stime for u in used)


def main():
    request = json.load(sys.stdin)
    logger.disable("datatrove")
    begin = cpu()
    steps = [
        JsonlReader(request["folder"]),
        GopherRepetitionFilter(),
        GopherQualityFilter(),
        C4QualityFilter(filter_no_terminal_punct=False),
        FineWebQualityFilter(),
        JsonlWriter(request["work"] + "/datatrove", compression=None),
    ]
    LocalPipelineExecutor(steps, tasks=1, workers=1, logging_dir=request["work"] + "/logs").run()
    took = cpu() - begin
    kept = sum(1 for file in Path(request["work"], "datatrove").glob("*.jsonl") for _ in file.open())
    json.dump({"version": version("datatrove"), "kept": kept, "cpu": took}, sys.stdout)


main()
