import { mergeRooms } from './merge-rooms'

/** Every sentence of the shop in this language, one chunk of the build. Placement, trying on and the cart bring their own. */
export const dictionary = () =>
  mergeRooms(
    import.meta.glob(['/assets/messages/zh/*.json', '!**/{placement,tryon,cart,pipeline,cli}.json'], {
      eager: true,
      import: 'default',
    }),
  )
