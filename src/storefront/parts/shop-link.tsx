import type { MouseEvent, PointerEvent, ReactNode } from 'react'
import { Link, useSearch } from 'wouter'
import { withSwitches } from '../address'

/** A link within the shop. It carries the visit's switches on (`?lang`, `?xr`, …). */
export function ShopLink(props: {
  to: string
  children: ReactNode
  className?: string
  current?: boolean
  replace?: boolean
  onClick?: (event: MouseEvent<HTMLAnchorElement>) => void
  onFocus?: () => void
  onPointerEnter?: (event: PointerEvent<HTMLAnchorElement>) => void
}) {
  const { to, current, ...rest } = props
  const search = useSearch()
  return <Link href={withSwitches(to, search)} {...(current ? { 'aria-current': 'page' } : {})} {...rest} />
}
