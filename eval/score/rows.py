"""Makes rows of documents with the Python package: rows.py LINES OUT. Prints the seconds of processor time, the server's among them."""

import json
import resource
import sys

import pyarrow.parquet

import copydesk
from copydesk import records, rows


def cpu():
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(u.ru_utime + u.ru_stime for u in used)


def main():
    begin = cpu()  # what is imported is a fixed cost
    run = rows.Run(copydesk.options())
    with copydesk.Client(workers=1) as client, open(sys.argv[1]) as lines, pyarrow.parquet.ParquetWriter(sys.argv[2], rows.SCHEMA) as out:
        taken = (records.record(json.loads(line), records.Columns()) for line in lines)
        for batch in rows.batches(rows.rows(client, taken, run)):
            out.write_batch(batch)
    print(cpu() - begin)


main()
