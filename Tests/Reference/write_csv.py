"""Writes csv.json: tables, and the rows that Python's csv module finds in them.

    python3 Tests/Reference/write_csv.py

Python is told the separator, to skip blanks before a field, and to refuse what RFC 4180 does. A case has the text,
and the rows without empty lines, or null where Python refuses or the rows differ in length.
"""
import csv
import io
import json
import pathlib

cases = []


def case(text, delimiter=","):
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True, strict=True)
        rows = [[field.rstrip(" \t") for field in row] for row in reader if row and row != [""]]
        if len({len(row) for row in rows}) != 1:
            rows = None
    except csv.Error as error:
        print(f"{text!r}: {error}")
        rows = None
    cases.append({"text": text, "rows": rows})


# Separators, and those of the others inside quotes and beside them.
case("1,2\n3,4\n")
case("1;2\n3;4\n", ";")
case("1\t2\n3\t4\n", "\t")
case('"speed; m/s",y\n1,2\n3,4\n')
case('"a\tb",y\n1,2\n')
case('"a;b\tc",y\n1,2\n')
case('"a,b";y\n1;2\n', ";")
case('"a,b;c"\ty\n1\t2\n', "\t")
case("1,5;2,5\n3,5;4,5\n", ";")
case("a,b;c\td,e\n1\t2\n", "\t")
case("x;y\n1;2,3\n", ";")
case('"a;b"\n1\n')
case('"x","y; z"\n1,2\n')
case('"x;""y""",z\n1,2\n')
case('"x";"y,z"\n1;2\n', ";")

# Quotes.
case('x,y,name\n1,2,5" disc\n3,4,b\n')
case('x,y,name\n1,2,5"" disc\n3,4,b\n')
case('x,y\n1,a"b,c"\n', ",")
case('x,y\n1,"a""b"\n')
case('x,y\n1,""""\n')
case('x,y\n1,""\n')
case('x,y\n"",""\n')
case('x,y\n1,"a,b"\n2,"c\nd"\n')
case('x,y\n1,"a\r\nb"\n')
case('x,y\r\n"1","2"\r\n')
case('x,y\n1, "a, b"\n')
case('x,y\n1,"a"b\n')
case('x,y\n1,"a""\n')
case('x,y\n1,"a\n')
case('x,y\n"a"b"c",1\n')
case("x,y\n1,'a,b'\n")
case("x,y\n1,'a'\n")
case('"x\n')
case('"')
case('x,"')
case('"x",y"z"\n1,2\n')
case('"","",""\n1,2,3\n')

# Line ends and empty lines.
case("1,2\r\n3,4\r\n")
case("1,2\r3,4\r")
case("1,2\n\n\n3,4")
case("\n\n1,2\n3,4")
case("1,2\r\n\r\n3,4")
case("1,2\n3,4\n\n\n")
case("1,2\r\r3,4\n5,6")
case("x\n1\n\n2\n")
case("1,2\n3\n")
case("1,2\n3,4,5\n")
case("1,2,\n3,4,\n")
case(",1\n,2\n")
case(",\n1,2\n")
case("x,y\n,\n1,2\n")

# Blanks.
case("1, 2\n 3,4\n")
case("1 ,2 \n3\t,4\n")
case("a b,c  d\n1,2\n")
case("x y , z\n 1 , 2 \n")
case("   \n1,2\n")

# Words that look like something else.
case("a#b,#c\n1,2\n")
case("#a,b\n1,2\n")
case("a\\,b\n1,2\n")
case('a\\"b,c\n1,2\n')
case("é,ü\n1,2\n")
case("e\u0301,x\n1,2\n")
case("😀,日本\n1,2\n")
case("=1+1,x\n1,2\n")

path = pathlib.Path(__file__).with_name("csv.json")
path.write_text(json.dumps(cases, indent=1, ensure_ascii=False) + "\n")
print(len(cases), "tables,", sum(c["rows"] is not None for c in cases), "read")
