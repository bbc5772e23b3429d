#!/usr/bin/env python3
"""Learns src/experiences/tryon/fit/palm-tilt-model.ts from rendered hands.

python3 learn-palm-tilt.py rows.json [out.ts]

rows.json is a list of pictures of random hands (assets/source/people/random-hand.ts: fingers curled, wrists bent -55..55 degrees, seen from behind at up to
+-35 degrees, six tones, random light), as the real tracker saw them:
  hand                    whose it is: folds of the cross-validation keep a hand together
  features                60 numbers of PalmView
  bend                    65 numbers of bendFeatures, where `usable` (the forearm was found, with its shading)
  handSlope, handRoll     degrees, truth: of the line from wrist to middle knuckle towards the camera; of the back about it, as PalmTilt has them
  slope, roll             the same of the forearm and its back
  sideOk, facing          whether the tracker told right from left; cosine between back and camera
The shading gets noise of NOISE (natural logarithm): forearms of real people are hairier, paler or tanned, the model's are not.
"""
import json
import sys

import numpy as np

NOISE = 0.12
RIDGE_PALM, RIDGE_BEND = 10, 10
# Wrists that are looked at are mostly straight: shares and standard deviations (degrees) of bends, as rendered and as expected.
RENDERED = ((0.33, 6), (0.67, 22))
EXPECTED = ((0.7, 8), (0.3, 22))
FOLDS = 8
REACH = 3


def ridge(x, y, strength, shares=None):
    w = np.ones(len(x)) if shares is None else shares / shares.mean()
    mean, deviation = (x * w[:, None]).mean(0), x.std(0) + 1e-6
    a, offset = (x - mean) / deviation, (y * w[:, None]).mean(0)
    weights = np.linalg.solve(a.T @ (a * w[:, None]) + strength * np.eye(a.shape[1]), a.T @ ((y - offset) * w[:, None]))
    return mean, deviation, weights, offset


def predict(model, x):
    mean, deviation, weights, offset = model
    return np.clip((x - mean) / deviation, -REACH, REACH) @ weights + offset


def held_out(x, y, strength, fold, shares=None):
    out = np.zeros_like(y)
    for k in range(FOLDS):
        some = fold != k
        out[fold == k] = predict(ridge(x[some], y[some], strength, None if shares is None else shares[some]), x[fold == k])
    return out


def density(bend, parts):
    return sum(part * np.exp(-bend * bend / 2 / sd / sd) / sd for part, sd in parts)


def written(name, what, model):
    mean, deviation, weights, offset = model
    row = lambda values: "[" + ", ".join(str(round(v * 1000)) for v in values) + "]"
    return (
        f"/** {what} */\nexport const {name}: TiltModel = {{\n  mean: {row(mean)},\n  deviation: {row(deviation)},\n"
        f"  weights: [\n    {row(weights[:, 0])},\n    {row(weights[:, 1])},\n  ],\n  offset: {row(offset)},\n}}\n"
    )


def main():
    rows = [r for r in json.load(open(sys.argv[1])) if r["sideOk"] and r["facing"] > 0.35]
    bent = [r for r in rows if r["usable"]]
    names = sorted({r["hand"] for r in rows})
    folds = lambda some: np.array([names.index(r["hand"]) % FOLDS for r in some])
    x = np.array([r["features"] for r in rows])
    palm = np.array([[r["handSlope"], r["handRoll"]] for r in rows])
    told = held_out(x, palm, RIDGE_PALM, folds(rows))
    say = lambda what, e: print(what, "slope, roll: median %.1f, %.1f; rms %.1f, %.1f" % (*np.median(abs(e), 0), *np.sqrt((e**2).mean(0))))
    print(len(rows), "pictures of", len(names), "hands;", len(bent), "with shading")
    say("palm, held out,", told - palm)
    noise = np.random.default_rng(1).normal(size=len(bent)) * NOISE
    b = np.array([r["bend"] for r in bent])
    b[:, :3] += noise[:, None] * np.stack([np.ones(len(bent)), b[:, 3], b[:, 4]], 1)
    dial = np.array([[r["slope"], r["roll"]] for r in bent])
    hand = np.array([[r["handSlope"], r["handRoll"]] for r in bent])
    bends = (dial - hand)[:, 0]
    shares = np.minimum(8, density(bends, EXPECTED) / density(bends, RENDERED))
    more = held_out(b, dial - hand, RIDGE_BEND, folds(bent), shares)
    x2 = np.array([r["features"] for r in bent])
    told2 = held_out(x2, hand, RIDGE_PALM, folds(bent))
    e = told2 + more - dial
    say("dial without the bend, held out,", told2 - dial)
    say("dial, held out,", e)
    flat = abs(bends) < 12
    say("dial, wrist bent by less than 12 degrees,", e[flat])
    say("dial, wrist bent by more,", e[~flat])
    print("dial, both: median %.1f straight, %.1f bent" % (np.median(np.hypot(*e[flat].T)), np.median(np.hypot(*e[~flat].T))))
    if len(sys.argv) > 2:
        with open(sys.argv[2], "w") as out:
            out.write("// Written by assets/source/try-on/learn-palm-tilt.py: change it there.\n\n")
            out.write(
                "/** A linear regression on standardised features. Thousandths. */\nexport interface TiltModel {\n  readonly mean: readonly number[]\n"
                "  readonly deviation: readonly number[]\n  /** Degrees a deviation: slope, roll. */\n"
                "  readonly weights: readonly [readonly number[], readonly number[]]\n  readonly offset: readonly [number, number]\n}\n\n"
            )
            out.write(written("PALM", "How a palm lies in depth, of `PalmView.features`.", ridge(x, palm, RIDGE_PALM)))
            out.write("\n")
            out.write(written("BEND", "What the forearm adds, of `bendFeatures`.", ridge(b, dial - hand, RIDGE_BEND, shares)))


main()
