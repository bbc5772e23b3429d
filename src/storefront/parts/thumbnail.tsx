import { type ImgHTMLAttributes, useEffect, useState } from 'react'

/**
 * A small picture that has its name beside it or in `alt`. One that cannot be fetched leaves a plain tile of the same size, and comes by itself when the
 * device is connected again.
 *
 * @param props.words what the tile says where nothing in sight does; nothing unless given
 */
export function Thumbnail(
  props: ImgHTMLAttributes<HTMLImageElement> & { src: string; width: number; words?: string },
) {
  const { src, words, alt = '', ...rest } = props
  const [missing, setMissing] = useState<string>()
  const gone = missing === src
  useEffect(() => {
    if (!gone) return
    const again = () => setMissing(undefined)
    addEventListener('online', again)
    return () => removeEventListener('online', again)
  }, [gone])
  if (gone) {
    return (
      <span
        className="thumbnail-gone"
        {...(alt ? { role: 'img', 'aria-label': alt } : { 'aria-hidden': true })}
      >
        {words}
      </span>
    )
  }
  return (
    <img
      {...rest}
      // It may have failed before React came.
      ref={(image) => {
        if (image?.complete && image.naturalWidth === 0 && image.loading !== 'lazy') setMissing(src)
      }}
      src={src}
      alt={alt}
      onError={() => setMissing(src)}
    />
  )
}
