import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { Messages } from '../core/messages'
import type { Shop, ShopState } from './shop'

const ShopContext = createContext<Shop | undefined>(undefined)

/** Gives a shop to everything inside. */
export const ShopProvider = ShopContext.Provider

/** The open shop. */
export function useShop(): Shop {
  const shop = useContext(ShopContext)
  if (!shop) throw new Error('useShop outside of a ShopProvider')
  return shop
}

/** A part of the shop's changing state. */
export function useShopState<T>(select: (state: ShopState) => T): T {
  return useStore(useShop().store, select)
}

/** The sentences of the language being spoken. */
export function useMessages(): Messages {
  return useShopState((state) => state.messages)
}

/** The language being spoken. */
export function useLanguage() {
  return useShopState((state) => state.language)
}
