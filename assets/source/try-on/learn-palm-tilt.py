#!/usr/bin/env python3
"""Learns src/experiences/tryon/fit/palm-tilt-model.ts from rendered hands.

python3 learn-palm-tilt.py rows.json [out.ts]

rows.json is a list of pictures of random hands (assets/source/people/random-hand.ts: fingers curled, wrists bent -55..55 degrees, seen from behind at up to
+-35 degrees, six tones, random light), as the real tracker saw them:
  hand                    whose it is: folds of the cross-validation keep a hand together
  features                60 numbers of PalmView
  bend                    65 numbers of bendFeatures, where `usable` (the forearm was found, with its shading)
  handSlope, handRoll     degrees, truth: of the line from wrist to middle knuckle towards the camera; of the back about it, as PalmTilt has them
  handTurn                degrees, truth: of that line in the picture, against the hand as tracked; with it what the forearm, as found in the picture, is off
  flexion                 degrees, truth: of the forearm's axis out of the back, in the palm's frame
  drawn                   degrees: of the forearm as found in the picture, against the hand as tracked
  slope, roll             as the hand's, of the forearm and its back
  sideOk, facing          whether the tracker told right from left; cosine between back and camera
The shading gets noise of NOISE (natural logarithm): forearms of real people are hairier, paler or tanned, the model's are not.
"""
import json
import sys

import numpy as np

NOISE = 0.12
RIDGE_PALM, RIDGE_BEND = 10, 10
# What hands like this one have on top of the linear regression: directions of the joints in which hands differ most, hands to be like, how like, strength.
WAYS, CENTRES, WIDTH, RIDGE_MORE = 10, 96, 20, 0.1
# Wrists that are looked at are mostly straight: shares and standard deviations (degrees) of bends, as rendered and as expected.
RENDERED = ((0.33, 6), (0.67, 22))
EXPECTED = ((0.7, 8), (0.3, 22))
FOLDS = 8
REACH = 3
# As in wrist-bend.ts.
SIDEWAYS, TOLD, VIEW, WRIST = (0.05, 0.14), 0.25, np.radians(3), 0.3


def ridge(x, y, strength, shares=None):
    w = np.ones(len(x)) if shares is None else shares / shares.mean()
    mean, deviation = (x * w[:, None]).mean(0), x.std(0) + 1e-6
    a, offset = (x - mean) / deviation, (y * w[:, None]).mean(0)
    weights = np.linalg.solve(a.T @ (a * w[:, None]) + strength * np.eye(a.shape[1]), a.T @ ((y - offset) * w[:, None]))
    return lambda z: np.clip((z - mean) / deviation, -REACH, REACH) @ weights + offset, (mean, deviation, weights, offset)


def likeness(c, centres):
    return np.exp(-((c[:, None] - centres[None]) ** 2).sum(2) / WIDTH)


def regression(x, y):
    """Ridge regression, with radial functions round CENTRES (k-means) in the first WAYS principal components, each of its own variance."""
    mean, deviation = x.mean(0), x.std(0) + 1e-6
    a = np.clip((x - mean) / deviation, -REACH, REACH)
    ways = np.linalg.svd(a - a.mean(0), full_matrices=False)[2][:WAYS]
    ways /= np.sqrt(((a @ ways.T) ** 2).sum(1).mean() / WAYS)
    c = a @ ways.T
    centres = c[np.random.default_rng(0).permutation(len(c))[:CENTRES]].copy()
    for _ in range(20):
        nearest = ((c[:, None] - centres[None]) ** 2).sum(2).argmin(1)
        for j in range(CENTRES):
            if (nearest == j).any():
                centres[j] = c[nearest == j].mean(0)
    p = np.hstack([a, likeness(c, centres)])
    middle, offset = p.mean(0), y.mean(0)
    penalty = np.zeros((p.shape[1], p.shape[1]))
    n = a.shape[1]
    penalty[:n, :n] = RIDGE_PALM * np.eye(n)
    penalty[n:, n:] = RIDGE_MORE * (likeness(centres, centres) + 1e-3 * np.eye(CENTRES))
    weights = np.linalg.solve((p - middle).T @ (p - middle) + penalty, (p - middle).T @ (y - offset))
    offset = offset - middle @ weights

    def predict(z):
        a = np.clip((z - mean) / deviation, -REACH, REACH)
        return a @ weights[:n] + likeness(a @ ways.T, centres) @ weights[n:] + offset

    return predict, (mean, deviation, ways, centres, weights[:n], weights[n:], offset)


def held_out(fit, x, y, fold, shares=None):
    out = np.zeros_like(y)
    for k in range(FOLDS):
        some = fold != k
        predict, _ = fit(x[some], y[some]) if shares is None else fit(x[some], y[some], shares[some])
        out[fold == k] = predict(x[fold == k])
    return out


def density(bend, parts):
    return sum(part * np.exp(-bend * bend / 2 / sd / sd) / sd for part, sd in parts)


def palm_frame(slope, roll, turn):
    """Axis, back and across of a right palm, in the frame of the hand as tracked: right, along, towards the camera. Degrees."""
    s, r, t = np.radians([slope, roll, turn])
    axis = np.array([-np.sin(t) * np.cos(s), np.cos(t) * np.cos(s), np.sin(s)])
    facing = np.array([0, 0, 1]) - axis * axis[2]
    facing /= np.linalg.norm(facing)
    back = np.cos(r) * facing + np.sin(r) * np.cross(axis, facing)
    return axis, back, np.cross(axis, back)


def dials(palms, bends, rows, views_of):
    """Slope and roll of the forearm in each picture, of the palms as told, the bends as single pictures tell them, and the views that `views_of` gives of the same wrist (WristBend)."""
    frames = [palm_frame(*p) for p in palms]
    drawn = np.radians([r["drawn"] for r in rows])
    planes = np.stack([-np.cos(drawn), -np.sin(drawn), 0 * drawn], 1)
    out = []
    for i in range(len(rows)):
        (mean, deviation), told = SIDEWAYS, np.tan(np.radians(bends[i]))
        n = np.diag([1 / deviation**2, 1 / TOLD**2])
        b = n @ [mean, told]
        for j in views_of(i):
            axis, back, across = frames[j]
            one = np.array([planes[j] @ across, planes[j] @ back])
            weight = 1 / (VIEW**2 + np.radians(WRIST * (palms[j][0] - palms[i][0])) ** 2)
            n += weight * np.outer(one, one)
            b += weight * one * -(planes[j] @ axis)
        sideways, flexion = np.linalg.solve(n, b)
        axis, back, across = frames[i]
        slope = (axis + flexion * back + sideways * across)[2] / np.sqrt(1 + flexion**2 + sideways**2)
        flat = np.sqrt(1 - slope**2)
        axis = np.array([-np.sin(drawn[i]) * flat, np.cos(drawn[i]) * flat, slope])
        facing = np.array([0, 0, 1]) - axis * slope
        out.append([np.degrees(np.arcsin(slope)), np.degrees(np.arctan2(back @ np.cross(axis, facing), back @ facing))])
    return np.array(out)


def numbers(values):
    return "[" + ", ".join(str(round(v * 1000)) for v in values) + "]"


def table(rows):
    return "[\n" + "".join("    %s,\n" % numbers(r) for r in rows) + "  ]"


def written(palm, bend):
    mean, deviation, ways, centres, weights, more, offset = palm
    out = "// Written by assets/source/try-on/learn-palm-tilt.py: change it there.\n\n"
    out += "/** A linear regression on standardised features. Thousandths; weights are degrees a deviation. */\nexport interface LinearModel {\n  readonly mean: readonly number[]\n"
    out += "  readonly deviation: readonly number[]\n  readonly weights: readonly number[]\n  readonly offset: number\n}\n\n"
    out += "/** The same for three numbers (slope, roll, turn in the picture), with what hands that are like some centre have on top. Thousandths. */\nexport interface PalmModel {\n"
    out += "  readonly mean: readonly number[]\n  readonly deviation: readonly number[]\n  /** Directions of the standardised features, in which centres are told. */\n  readonly ways: readonly (readonly number[])[]\n"
    out += "  readonly centres: readonly (readonly number[])[]\n  /** Of a squared distance, at which likeness is 1/e. */\n  readonly width: number\n  readonly weights: readonly (readonly number[])[]\n"
    out += "  /** Degrees for likeness 1. */\n  readonly more: readonly (readonly number[])[]\n  readonly offset: readonly number[]\n}\n\n"
    out += "/** How a palm lies in depth, of `PalmView.features`. */\nexport const PALM: PalmModel = {\n  mean: %s,\n  deviation: %s,\n" % (numbers(mean), numbers(deviation))
    out += "  ways: %s,\n  centres: %s,\n  width: %d,\n" % (table(ways), table(centres), WIDTH * 1000)
    out += "  weights: %s,\n  more: %s,\n  offset: %s,\n}\n\n" % (table(weights.T), table(more.T), numbers(offset))
    mean, deviation, weights, offset = bend
    out += "/** How a wrist is bent, of `bendFeatures`. */\nexport const BEND: LinearModel = {\n  mean: %s,\n  deviation: %s,\n" % (numbers(mean), numbers(deviation))
    return out + "  weights: %s,\n  offset: %d,\n}\n" % (numbers(weights), round(offset * 1000))


def main():
    rows = [r for r in json.load(open(sys.argv[1])) if r["sideOk"] and r["facing"] > 0.35]
    bent = [r for r in rows if r["usable"]]
    names = sorted({r["hand"] for r in rows})
    folds = lambda some: np.array([names.index(r["hand"]) % FOLDS for r in some])
    x = np.array([r["features"] for r in rows])
    palm = np.array([[r["handSlope"], r["handRoll"], r["handTurn"]] for r in rows])
    say = lambda what, e: print(what, "slope, roll: median %.1f, %.1f; rms %.1f, %.1f" % (*np.median(abs(e), 0)[:2], *np.sqrt((e**2).mean(0))[:2]))
    print(len(rows), "pictures of", len(names), "hands;", len(bent), "with shading")
    linear = lambda x, y: ridge(x, y, RIDGE_PALM)
    say("palm, linear alone, held out,", held_out(linear, x, palm, folds(rows)) - palm)
    told = held_out(regression, x, palm, folds(rows))
    say("palm, held out,", told - palm)
    print("palm's turn in the picture: median %.1f" % np.median(abs(told - palm)[:, 2]))
    noise = np.random.default_rng(1).normal(size=len(bent)) * NOISE
    b = np.array([r["bend"] for r in bent])
    b[:, :3] += noise[:, None] * np.stack([np.ones(len(bent)), b[:, 3], b[:, 4]], 1)
    dial = np.array([[r["slope"], r["roll"]] for r in bent])
    flexion = np.array([r["flexion"] for r in bent])
    shares = np.minimum(8, density(flexion, EXPECTED) / density(flexion, RENDERED))
    weighted = lambda x, y, w: ridge(x, y, RIDGE_BEND, w)
    bends = held_out(weighted, b, flexion[:, None], folds(bent), shares)[:, 0]
    flat = abs(flexion) < 12
    print("bend of a single picture: median %.1f straight, %.1f bent" % (np.median(abs(bends - flexion)[flat]), np.median(abs(bends - flexion)[~flat])))
    palms = told[[r["usable"] for r in rows]]
    hands = np.array([r["hand"] for r in bent])
    for what, views in (("one view", lambda i: [i]), ("all views of the hand", lambda i: np.flatnonzero(hands == hands[i]))):
        e = dials(palms, bends, bent, views) - dial
        for which, some in (("straight", flat), ("bent", ~flat)):
            say("dial, %s, %s: both %.1f;" % (what, which, np.median(np.hypot(*e[some].T))), e[some])
    if len(sys.argv) > 2:
        with open(sys.argv[2], "w") as out:
            bend = ridge(b, flexion[:, None], RIDGE_BEND, shares)[1]
            out.write(written(regression(x, palm)[1], (bend[0], bend[1], bend[2][:, 0], bend[3][0])))


main()
