"""Parses answers with the official client, as a program built on it would, and prints what it cannot take.

Usage: PYTHONPATH=<folder with waldur-api-client> python3 parse_answers.py <file of answers, one JSON object a line>
"""

import collections
import importlib
import json
import sys

import httpx
from describe_client import described_operations

modules = {
    (operation["method"], "{uuid}".join(part.split("}")[-1] for part in operation["path"].split("{"))): operation
    for operation in described_operations()
}
failures = collections.Counter()
parsed = 0
for line in open(sys.argv[1], encoding="utf-8"):
    answer = json.loads(line)
    operation = modules.get((answer["method"], answer["path"]))
    if operation is None:
        continue
    module = importlib.import_module(operation["module"])
    response = httpx.Response(answer["status"], json=answer["body"], request=httpx.Request("GET", "https://x.test"))
    try:
        module._parse_response(client=None, response=response)
        parsed += 1
    except Exception as error:  # whatever it is, a program ends there
        failures[f"{answer['method']} {answer['path']}: {type(error).__name__} {str(error)[:200]}"] += 1
print(json.dumps({"parsed": parsed, "failures": dict(failures)}))
