import { useMemo } from 'react'
import { type ArFiles, type ArWay, arWay } from '../../platform/capability'
import { useShopState } from '../shop-context'

/** How this device can show something in a room; undefined until it has answered. */
export function useArWay(files: ArFiles): ArWay | undefined {
  const device = useShopState((state) => state.device)
  return useMemo(() => (device ? arWay(device, files) : undefined), [device, files])
}
