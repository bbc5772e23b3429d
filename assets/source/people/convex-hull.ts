type Flat = readonly [number, number]

/** Convex hull of points in a plane, counter-clockwise (Andrew's monotone chain, 1979). */
export function convexHull(points: readonly Flat[]): Flat[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const half = (ordered: readonly Flat[]): Flat[] => {
    const chain: Flat[] = []
    for (const point of ordered) {
      for (;;) {
        const [a, b] = chain.slice(-2)
        if (!a || !b) break
        if ((b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]) > 0) break
        chain.pop()
      }
      chain.push(point)
    }
    return chain.slice(0, -1)
  }
  return [...half(sorted), ...half(sorted.reverse())]
}
