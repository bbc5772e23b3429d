import { useEffect, useState } from 'react'

/** A QR code of a text as one path, in the colour of the text around it; its encoder is fetched when first needed. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const [rows, setRows] = useState<readonly (readonly boolean[])[]>([])
  useEffect(() => {
    let wanted = true
    void import('uqr').then(({ encode }) => {
      if (wanted) setRows(encode(text, { ecc: 'M', border: 0 }).data)
    })
    return () => {
      wanted = false
    }
  }, [text])
  const size = Math.max(rows.length, 1)
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size} ${size}`}
      width="240"
      height="240"
      role="img"
      aria-label={label}
    >
      <path d={pathOf(rows)} fill="currentColor" shapeRendering="crispEdges" />
    </svg>
  )
}

/** The dark modules, joined along each row. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  let path = ''
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue
      const start = x
      while (row[x + 1]) x++
      path += `M${start} ${y}h${x - start + 1}v1H${start}z`
    }
  })
  return path
}
