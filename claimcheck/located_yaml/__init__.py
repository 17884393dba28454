"""YAML read as plain text, each value with its place, and checked against shapes.

`load` turns YAML into plain data and a map from path to place; a shape (`shapes`) says what the data must look
like and turns it into values, or into problems that each have a place. The same shapes give the JSON Schema.
This folder is the only importer of yaml.
"""

from claimcheck.located_yaml.building import MOST_REPORTED, Data, Path
from claimcheck.located_yaml.document import Located, load, read
from claimcheck.located_yaml.scalars import Choice, Day, Read, Text
from claimcheck.located_yaml.shapes import Field, Items, Record, Shape, json_schema, structure
from claimcheck.located_yaml.telling import by_place, did_you_mean, short
from claimcheck.located_yaml.textfile import Lines, decode, read_bytes

__all__ = [
    "MOST_REPORTED",
    "Choice",
    "Data",
    "Day",
    "Field",
    "Items",
    "Lines",
    "Located",
    "Path",
    "Read",
    "Record",
    "Shape",
    "Text",
    "by_place",
    "decode",
    "did_you_mean",
    "json_schema",
    "load",
    "read",
    "read_bytes",
    "short",
    "structure",
]
