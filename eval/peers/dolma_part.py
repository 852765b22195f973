"""Makes dolma's gopher and c4 taggers importable: importing dolma itself imports every tagger that it has, with gigabytes of
models' libraries, and these two need none of them."""

import importlib.util
import sys
import types

root = importlib.util.find_spec("dolma").submodule_search_locations[0]
for name in ("dolma", "dolma.core", "dolma.taggers"):
    package = types.ModuleType(name)
    package.__path__ = [root + "/".join([""] + name.split(".")[1:])]
    sys.modules[name] = package
