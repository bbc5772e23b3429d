import { useEffect } from 'react'
import { useLocation, useSearch } from 'wouter'
import { tryAddress, withSwitches } from '../address'
import { useShop } from '../shop-context'

/** Goes where an intent leads, whoever sent it. */
export function FollowIntents() {
  const { door } = useShop()
  const search = useSearch()
  const [, navigate] = useLocation()
  useEffect(
    () => door.on('tryOn', ({ sku, variant }) => navigate(withSwitches(tryAddress(sku, variant), search))),
    [door, navigate, search],
  )
  return null
}
