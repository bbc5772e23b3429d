#!/usr/bin/env python3
"""Learns src/experiences/tryon/fit/refine/lip-shape-model.ts: in which ways the tracker errs about lips.

python3 learn-lip-shape.py rows.json [out.ts]

rows.json is a list of pictures of rendered heads (lip-rows.ts):
  head            whose it is
  mouth, opening  width of the mouth, and height of its opening, as tracked: pixels
  outer, inner    20 numbers: how far along its normal each landmark of the ring (LIP_RINGS) is to move to lie on the true border, as a share of `mouth`;
                  null where the normal meets none
A face and its mirror image are as likely. The second moment about the tracker's own points is taken, not the spread about the mean error: the mean is a property of
rendered mouths, which a picture must show before it is believed.
"""
import json
import sys

import numpy as np

RING = 20
WAYS = 12
UNIT = 1e-4
# An opening lower than this share of the mouth's width is a closed mouth: OPEN of lips.ts.
OPEN = 0.05
# Errors beyond this are of another kind: a normal that met another border.
GREATEST = 0.12
MIRROR = [(RING // 2 - i) % RING for i in range(RING)]


def filled(ring):
    """A ring whose few missing numbers lie between their neighbours', or None."""
    values = np.array([np.nan if v is None else v for v in ring], float)
    missing = np.isnan(values)
    if missing.sum() > RING // 4:
        return None
    known, n = ~missing, np.arange(RING)
    around = np.r_[n[known] - RING, n[known], n[known] + RING]
    return np.clip(np.interp(n, around, np.tile(values[known], 3)), -GREATEST, GREATEST)


def ways(rows):
    x = np.array(rows)
    values, vectors = np.linalg.eigh(x.T @ x / len(x))
    order = np.argsort(-values)[:WAYS]
    rest = np.sqrt(max(0, values.sum() - values[order].sum()) / x.shape[1])
    print(f"{len(x) // 2} pictures, {np.sqrt(values.sum() / x.shape[1]):.4f} of a mouth's width, beside {WAYS} ways {rest:.4f}")
    return (vectors[:, order] * np.sqrt(values[order])).T / UNIT


def written(name, what, numbers):
    rows = "".join("  [" + ", ".join(str(round(v)) for v in row) + "],\n" for row in numbers)
    return f"/** {what} */\nexport const {name}: readonly (readonly number[])[] = [\n{rows}]\n"


def main(source, out=None):
    rows = json.load(open(source))
    opened, closed = [], []
    for row in rows:
        outer = filled(row["outer"])
        if outer is None:
            continue
        if row["opening"] <= OPEN * row["mouth"]:
            closed += [outer, outer[MIRROR]]
            continue
        inner = filled(row["inner"])
        if inner is not None:
            opened += [np.r_[outer, inner], np.r_[outer[MIRROR], inner[MIRROR]]]
    heads = len({row["head"] for row in rows})
    text = (
        f"// Written by assets/source/try-on/learn-lip-shape.py from {len(opened) // 2 + len(closed) // 2} pictures of {heads} rendered heads: change it there.\n\n"
        f"/** A share of the mouth's width. */\nexport const WAY_UNIT = {UNIT:g}\n\n"
        + written(
            "OPEN_WAYS",
            "Each way in which the tracker errs about an open mouth, by one standard deviation: landmarks of the outer ring, then of the inner one, along their normals.",
            ways(opened),
        )
        + "\n"
        + written("CLOSED_WAYS", "The same of a closed mouth: the outer ring.", ways(closed))
    )
    text = text.replace("1e-04", "0.0001")
    if out:
        open(out, "w").write(text)


main(*sys.argv[1:3])
