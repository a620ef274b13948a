"""Writes safetensors.json: files, and what the official library makes of each.

    pip install safetensors numpy
    python3 Tests/Reference/write_safetensors.py

A case has a name, the file in base64, and the tensors that the library reads from it, or null where it refuses.
"""
import base64
import json
import pathlib
import struct

import numpy
from safetensors.numpy import load, save

cases = []


def case(name, file):
    try:
        tensors = {key: [list(t.shape), t.ravel().tolist()] for key, t in load(file).items()}
        if any(t.dtype != numpy.float32 for t in load(file).values()):
            raise SystemExit(f"{name}: only 32-bit floats are compared")
    except Exception as error:
        tensors = None
        print(f"{name}: {error}")
    cases.append({"name": name, "file": base64.b64encode(file).decode(), "tensors": tensors})


def file(header, data=bytes(4), length=None):
    header = header if isinstance(header, bytes) else header.encode()
    return struct.pack("<Q", len(header) if length is None else length) + header + data


def entry(begin, end, shape=None, dtype="F32"):
    shape = [(end - begin) // 4] if shape is None else shape
    return {"dtype": dtype, "shape": shape, "data_offsets": [begin, end]}


def header(**entries):
    return json.dumps(entries)


one = header(a=entry(0, 4))
floats = numpy.arange(6, dtype=numpy.float32).tobytes()

# What the library writes.
arrays = {"weight": numpy.array([[1, -2.5], [3e-9, 4]], numpy.float32), "bias": numpy.zeros(3, numpy.float32)}
case("written by the library", save(arrays))
case("written with metadata", save(arrays, {"made by": "Python", "note": "trained \U0001f600"}))
case("written: a number alone, and none", save({"s": numpy.array(7, numpy.float32), "e": numpy.zeros((2, 0), numpy.float32)}))
case("written: names of every kind", save({"é": arrays["bias"], 'a"\\/\n': arrays["bias"], "\U0001f600": arrays["bias"]}))

# What Python's json writes, and other forms of JSON.
case("json: surrogate pair", file(header(__metadata__={"note": "trained \U0001f600"}, a=entry(0, 4))))
case("json: escapes", file(header(__metadata__={"note": "\b\f\n\r\t\"\\/\x01é"}, a=entry(0, 4))))
case("json: escaped name", file('{"\\ud83d\\ude00\\u00e9":' + one[5:]))
case("json: indented", file(json.dumps(json.loads(one), indent=4)))
case("json: compact", file(json.dumps(json.loads(one), separators=(",", ":"))))
case("json: blanks after", file(one + "   \n\t"))
case("json: blanks before", file(" " + one))
case("json: keys in another order", file('{"a":{"shape":[1],"data_offsets":[0,4],"dtype":"F32"}}'))
case("json: an entry more", file('{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4],"x":[{}]}}'))
case("json: empty object", file("{}", b""))
case("json: no metadata", file('{"__metadata__":null,' + one[1:]))
case("json: lone surrogate", file('{"\\ud83d":' + one[5:]))
case("json: unknown escape", file('{"\\x61":' + one[5:]))
case("json: line break in a name", file('{"a\n":' + one[5:]))
case("json: invalid UTF-8", file(b'{"\xff":' + one[5:].encode()))
case("json: mark of the byte order", file("\ufeff" + one))
case("json: UTF-16", file(one.encode("utf-16-le")))
case("json: zero after", file(one + "\0"))
case("json: something after", file(one + "x"))
case("json: comma at the end", file(one.replace("[1]", "[1,]")))
case("json: comma at the end of an object", file(one[:-1] + ",}"))
case("json: comment", file("/**/" + one))
case("json: cut off", file(one[:-2]))
case("json: nothing", file("", b""))
case("json: a list", file("[]", b""))
case("json: a number", file("1", b""))
case("json: names without quotes", file('{a:' + one[5:]))
case("json: single quotes", file(one.replace('"', "'")))
case("json: nested without end", file("[" * 4000))
case("json: nested in an entry", file('{"a":{"x":' + "[" * 200 + "]" * 200 + "," + one[7:]))

# Whole numbers.
for text in ["1.0", "1e0", "-1", "-0", "+1", "01", '"1"', "null", "true", "1.5", "99999999999999999999", "[1]"]:
    case(f"number: shape [{text}]", file(one.replace("[1]", f"[{text}]")))
    case(f"number: offset {text}", file('{"a":{"dtype":"F32","shape":[0],"data_offsets":[%s,1]}}' % text, bytes(1)))
case("number: begin 0.0", file(one.replace("[0, 4]", "[0.0, 4]")))
case("number: end 4.0", file(one.replace("[0, 4]", "[0, 4.0]")))
case("number: begin -0", file(one.replace("[0, 4]", "[-0, 4]")))

# Entries.
for key in ["dtype", "shape", "data_offsets"]:
    fields = entry(0, 4)
    del fields[key]
    case(f"entry: without {key}", file(header(a=fields)))
case("entry: a number", file('{"a":1}'))
case("entry: nothing", file('{"a":null}'))
case("entry: a text", file('{"a":"F32"}'))
case("entry: unknown kind", file(header(a=entry(0, 4, dtype="F33"))))
case("entry: kind in small letters", file(header(a=entry(0, 4, dtype="f32"))))
case("entry: three offsets", file(one.replace("[0, 4]", "[0, 4, 4]")))
case("entry: one offset", file(one.replace("[0, 4]", "[4]")))
case("entry: metadata with a number", file(header(__metadata__={"x": 1}, a=entry(0, 4))))
case("entry: metadata as a list", file(header(__metadata__=[], a=entry(0, 4))))
case("entry: kind twice", file('{"a":{"dtype":"F32",' + one[7:]))
case("entry: metadata twice", file('{"__metadata__":{},"__metadata__":{},' + one[1:]))

# Places.
case("places: two in order", file(header(a=entry(0, 8), b=entry(8, 24)), floats))
case("places: two in another order", file(header(a=entry(8, 24), b=entry(0, 8)), floats))
case("places: nothing between two", file(header(a=entry(0, 8), b=entry(8, 8), c=entry(8, 24)), floats))
case("places: overlap", file(header(a=entry(0, 16), b=entry(8, 24)), floats))
case("places: the same bytes twice", file(header(a=entry(0, 24), b=entry(0, 24)), floats))
case("places: hole", file(header(a=entry(0, 8), b=entry(16, 24)), floats))
case("places: hole at the beginning", file(header(a=entry(4, 24)), floats))
case("places: bytes left over", file(header(a=entry(0, 20)), floats))
case("places: one byte left over", file(one, bytes(5)))
case("places: beyond the end", file(header(a=entry(0, 28)), floats))
case("places: begin after end", file(header(a=entry(8, 4, [1])), floats[:8]))
case("places: too small for its shape", file(header(a=entry(0, 24, [2, 4])), floats))
case("places: too large for its shape", file(header(a=entry(0, 24, [5])), floats))
case("places: no multiple of four", file(header(a=entry(0, 3, [0])), bytes(3)))
case("places: size beyond all numbers", file(header(a=entry(0, 0, [1 << 32, 1 << 32])), b""))
case("places: size beyond all numbers, then zero", file(header(a=entry(0, 0, [1 << 32, 1 << 32, 0])), b""))
case("places: zero, then a large size", file(header(a=entry(0, 0, [0, 1 << 32, 1 << 32])), b""))

# The file.
case("file: empty", b"")
case("file: seven bytes", bytes(7))
case("file: eight zeros", bytes(8))
case("file: header beyond the end", file(one, length=200))
case("file: header over 100 MB", file(one, length=100_000_001))
case("file: header of 2^63", file(one, length=1 << 63))
case("file: header of 2^64 - 1", file(one, length=(1 << 64) - 1))
case("file: header too short", file(one, length=len(one) - 1))

path = pathlib.Path(__file__).with_name("safetensors.json")
path.write_text(json.dumps(cases, indent=1, ensure_ascii=False) + "\n")
print(len(cases), "cases,", sum(c["tensors"] is not None for c in cases), "accepted")
