/**
 * Four rings of the lips from the border with the skin to the mouth's opening, each from the corner at image left along the upper lip to the other corner and back
 * along the lower one: MediaPipe's face mesh.
 */
export const LIP_RINGS = [
  [61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291, 375, 321, 405, 314, 17, 84, 181, 91, 146],
  [76, 184, 74, 73, 72, 11, 302, 303, 304, 408, 306, 307, 320, 404, 315, 16, 85, 180, 90, 77],
  [62, 183, 42, 41, 38, 12, 268, 271, 272, 407, 292, 325, 319, 403, 316, 15, 86, 179, 89, 96],
  [78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308, 324, 318, 402, 317, 14, 87, 178, 88, 95],
] as const

export const RING_LENGTH = 20
