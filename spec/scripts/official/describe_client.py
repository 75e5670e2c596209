"""Prints what the official client knows of the API, as JSON: operations with their parameters, bodies and answers.

Usage: PYTHONPATH=<folder with waldur-api-client> python3 describe_client.py
"""

import ast
import datetime
import enum
import importlib
import inspect
import json
import pkgutil
import re
import types
import typing
import uuid

import waldur_api_client.api
import waldur_api_client.models
from waldur_api_client.types import File, Unset

def all_models():
    modules = pkgutil.iter_modules(waldur_api_client.models.__path__, "waldur_api_client.models.")
    loaded = (importlib.import_module(name) for _, name, _ in modules)
    return {name: value for module in loaded for name, value in vars(module).items() if inspect.isclass(value)}


MODELS = all_models()
SCALARS = {
    str: "string",
    int: "integer",
    float: "number",
    bool: "boolean",
    uuid.UUID: "uuid",
    datetime.datetime: "date-time",
    datetime.date: "date",
    File: "file",
    type(None): "null",
    typing.Any: "any",
    object: "any",
}


def describe_type(hint):
    """A type as a list of its alternatives: names of scalars and models, enums as their values, arrays as one item."""
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        return sum((describe_type(one) for one in typing.get_args(hint)), [])
    if hint is Unset:
        return []
    if origin in (list, tuple):
        return [{"items": describe_type(typing.get_args(hint)[0])}]
    if origin is dict:
        return ["any"]
    if inspect.isclass(hint) and issubclass(hint, enum.Enum):
        return [{"enum": [member.value for member in hint]}]
    if hint in SCALARS:
        return [SCALARS[hint]]
    return [{"model": hint.__name__}]


def describe_model(model):
    hints = typing.get_type_hints(model, {**vars(inspect.getmodule(model)), **MODELS})
    required = {
        attribute.name
        for attribute in model.__attrs_attrs__
        if attribute.init and attribute.default.__class__.__name__ == "_Nothing"
    }
    return {
        # What Python has a word for ends in an underscore here.
        attribute.name.rstrip("_"): {
            "type": describe_type(hints[attribute.name]),
            "required": attribute.name in required,
        }
        for attribute in model.__attrs_attrs__
        if attribute.name != "additional_properties"
    }


def describe_operation(module):
    tree = ast.parse(inspect.getsource(module))
    kwargs_of = next(node for node in tree.body if getattr(node, "name", "") == "_get_kwargs")
    text = inspect.getsource(module._get_kwargs)
    method = re.search(r'"method": "(\w+)"', text).group(1)
    path = re.search(r'"url": f?"([^"]+)"', text).group(1)
    named = {name: key for key, name in re.findall(r'params\["([^"]+)"\] = (?:json_)?(\w+)', text)}
    hints = typing.get_type_hints(module._get_kwargs, {**vars(module), **MODELS})
    body = hints.pop("body", None)
    query = {
        named.get(argument.arg, argument.arg): describe_type(hints[argument.arg])
        for argument in kwargs_of.args.kwonlyargs
        if argument.arg != "body"
    }
    answer = typing.get_type_hints(module._parse_response, {**vars(module), **MODELS}).get("return")
    return {
        "method": method.upper(),
        "path": path,
        "query": query,
        "body": None if body is None else describe_type(body),
        "answer": [] if answer is None else describe_type(answer),
    }


def described_operations():
    """Each operation of the client, with the module it is in."""
    for _, name, is_package in pkgutil.walk_packages(
        waldur_api_client.api.__path__, "waldur_api_client.api."
    ):
        if is_package:
            continue
        module = importlib.import_module(name)
        if hasattr(module, "_get_kwargs"):
            yield {"module": name, **describe_operation(module)}


if __name__ == "__main__":
    operations = list(described_operations())
    models = {
        name: describe_model(model)
        for name, model in MODELS.items()
        if hasattr(model, "__attrs_attrs__")
    }
    print(json.dumps({"operations": operations, "models": models}))
