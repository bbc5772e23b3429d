"""Learns how the tracker sees heads: the average of its landmarks, how they slide as a head turns, and the ways in which people differ.

    npx tsx assets/source/try-on/write-canonical-head.ts
    python3 assets/source/try-on/learn-head-model.py RECORDINGS
    npx tsx assets/source/try-on/write-head-model.ts

Needs numpy. RECORDINGS is a folder of one JSON a head, of a head rendered with a known pose and seen by the tracker:

    { "width", "height", "focal",                     pixels; the principal point is the middle
      "frames": [{ "q": [x, y, z, w], "p": [x, y, z], the head's frame in camera space, metres
                   "yaw", "pitch",                    degrees
                   "morphs": { "mouth-open": 0.6 },   absent at rest; such frames are left out
                   "points": [478 x (x, y, z)] }] }   pixels of the unmirrored frame

20 to 40 frames a head: yaw from -45 to 45, pitch from -10 to 10, to the sides, near and far, in several lights. Hair must leave brows and eyes in sight.
"""

import json
import os
import sys

import numpy as np

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../..")
MODES = 14
LANDMARKS = 478
MIRROR_AXIS = np.array([-1.0, 1.0, 1.0])
# Terms of the slide: yaw, yaw^2, pitch, yaw pitch, pitch^2; and what a mirror does to each.
TERM_MIRROR = np.array([-1.0, 1.0, 1.0, -1.0, 1.0])

start = json.load(open(os.path.join(ROOT, ".cache/canonical-head.json")))
canonical = np.array(start["positions"]).reshape(-1, 3)
mirror = np.array(start["mirror"])
rigid = np.array(start["rigid"])


def rotation(q):
    x, y, z, w = q
    return np.array(
        [
            [1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
            [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
            [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)],
        ]
    )


def terms(R, t):
    """The slide's terms for the direction in which the camera sees the head."""
    ray = -R.T @ t
    ray /= np.linalg.norm(ray)
    yaw = np.clip(np.arctan2(-ray[0], ray[2]), -1, 1)
    pitch = np.clip(np.arcsin(-ray[1]), -0.6, 0.6)
    return np.array([yaw, yaw * yaw, pitch, yaw * pitch, pitch * pitch])


def load(folder):
    heads = []
    for name in sorted(os.listdir(folder)):
        record = json.load(open(os.path.join(folder, name)))
        frames = []
        for frame in record["frames"]:
            if not frame["points"] or frame.get("morphs"):
                continue
            seen = np.array(frame["points"]).reshape(LANDMARKS, 3)
            R, t = rotation(frame["q"]), np.array(frame["p"])
            frames.append(
                {
                    "R": R,
                    "t": t,
                    "terms": terms(R, t),
                    "yaw": frame["yaw"],
                    "u": (seen[:, 0] - record["width"] / 2) / record["focal"],
                    "v": -(seen[:, 1] - record["height"] / 2) / record["focal"],
                }
            )
        heads.append(frames)
    return heads


def residual(frame, shape, slide):
    """Errors right and up, metres at each landmark's depth, and their derivatives by the landmark's place in the head's frame."""
    R, u, v = frame["R"], frame["u"], frame["v"]
    Y = (shape + np.einsum("k,nkc->nc", frame["terms"], slide)) @ R.T + frame["t"]
    depth = -Y[:, 2]
    a = R[0] + u[:, None] * R[2]
    b = R[1] + v[:, None] * R[2]
    return u * depth - Y[:, 0], v * depth - Y[:, 1], a, b


def learn(heads, rounds=6):
    shapes = [canonical.copy() for _ in heads]
    mean = canonical.copy()
    slide = np.zeros((LANDMARKS, 5, 3))
    prior = 1 / 0.004**2
    for _ in range(rounds):
        for h, frames in enumerate(heads):
            A = np.tile(np.eye(3) * prior, (LANDMARKS, 1, 1))
            g = prior * (mean - shapes[h])
            weight = 12 / (0.0015**2) / len(frames)
            for frame in frames:
                ex, ey, a, b = residual(frame, shapes[h], slide)
                A += weight * (a[:, :, None] * a[:, None, :] + b[:, :, None] * b[:, None, :])
                g += weight * (a * ex[:, None] + b * ey[:, None])
            shapes[h] = shapes[h] + np.linalg.solve(A, g[:, :, None])[:, :, 0]
            shapes[h] = (shapes[h] + shapes[h][mirror] * MIRROR_AXIS) / 2
        mean = np.mean(shapes, 0)
        A = np.tile(np.eye(15) * len(heads) * 0.15, (LANDMARKS, 1, 1))
        g = -slide.reshape(LANDMARKS, 15) * len(heads) * 0.15
        for h, frames in enumerate(heads):
            for frame in frames:
                ex, ey, a, b = residual(frame, shapes[h], slide)
                ja = np.einsum("k,nc->nkc", frame["terms"], a).reshape(LANDMARKS, 15)
                jb = np.einsum("k,nc->nkc", frame["terms"], b).reshape(LANDMARKS, 15)
                A += ja[:, :, None] * ja[:, None, :] + jb[:, :, None] * jb[:, None, :]
                g += ja * ex[:, None] + jb * ey[:, None]
        slide = slide + np.linalg.solve(A, g[:, :, None])[:, :, 0].reshape(LANDMARKS, 5, 3)
        slide = (slide + slide[mirror] * MIRROR_AXIS * TERM_MIRROR[None, :, None]) / 2
    return shapes, mean, slide


def main():
    heads = load(sys.argv[1])
    shapes, mean, slide = learn(heads)

    # Sizes are the iris's to say: shapes are compared at one size.
    def size(x):
        return (x[rigid] * mean[rigid]).sum() / (mean[rigid] ** 2).sum()

    alike = np.array([x / size(x) for x in shapes])
    mean = alike.mean(0)
    differ = (alike - mean)[:, rigid].reshape(len(heads), -1)
    _, strength, ways = np.linalg.svd(differ, full_matrices=False)
    modes = ways[:MODES] * (strength[:MODES] / np.sqrt(len(heads) - 1))[:, None]

    # Trust by what is left: of the views round each head's own shape, and of heads beyond the ways.
    left = np.zeros(LANDMARKS)
    for h, frames in enumerate(heads):
        errors = [residual(f, shapes[h], slide)[:2] for f in frames if abs(f["yaw"]) < 33]
        left += np.mean([ex**2 + ey**2 for ex, ey in errors], 0) / len(heads)
    left = (left + left[mirror]) / 2
    beyond = ((differ - (differ @ ways[:MODES].T) @ ways[:MODES]).reshape(len(heads), -1, 3) ** 2).sum(2).mean(0)
    trust = 1 / (left[rigid] + beyond + 0.0005**2)
    trust /= trust.mean()

    # An iris is a flat disc: its ring lies at its centre's depth.
    for centre in (468, 473):
        for k, (dx, dy) in enumerate(((1, 0), (0, 1), (-1, 0), (0, -1))):
            mean[centre + 1 + k] = mean[centre] + np.array([dx, dy, 0]) * 0.00585

    model = {
        "count": len(heads),
        "positions": mean.ravel().tolist(),
        "mirror": mirror.tolist(),
        "rigid": rigid.tolist(),
        "weights": np.clip(trust, 0.1, 3).tolist(),
        "drift": slide[rigid].ravel().tolist(),
        "modes": modes.ravel().tolist(),
    }
    json.dump(model, open(os.path.join(ROOT, ".cache/head-model.json"), "w"))
    print(f"{len(heads)} heads, {np.sqrt(left[rigid].mean()) * 1000:.2f} mm left of a landmark")


main()
