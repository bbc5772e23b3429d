/** The palette all products share, so that they look like one brand's. sRGB. */
export const PALETTE = {
  oat: '#cdc2b1',
  rust: '#874e39',
  sage: '#868b7a',
  ink: '#303840',
  stone: '#e9e4d8',
  sand: '#cdb591',
  charcoal: '#2a2826',
  brass: '#c9a15a',
} as const
