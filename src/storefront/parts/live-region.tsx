import { useShopState } from '../shop-context'

/** Where the shop speaks to screen readers: views, variants, counts, loads and faults. */
export function LiveRegion() {
  const announcement = useShopState((state) => state.announcement)
  return (
    <p className="spoken" role="status" data-announcement>
      {announcement}
    </p>
  )
}
