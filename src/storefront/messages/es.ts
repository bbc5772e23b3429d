import { mergeRooms } from './merge-rooms'

/** Every sentence of the shop in this language, one chunk of the build. */
export const dictionary = () =>
  mergeRooms(import.meta.glob('/assets/messages/es/*.json', { eager: true, import: 'default' }))
