import { mergeRooms } from './merge-rooms'

/** Every sentence of the shop in this language, one chunk of the build. Placement brings its own when it is entered. */
export const dictionary = () =>
  mergeRooms(
    import.meta.glob(['/assets/messages/ar/*.json', '!**/{placement,pipeline,cli}.json'], {
      eager: true,
      import: 'default',
    }),
  )
