/** What a shopper should know of how a thing of fixed size sits on them. Nothing worn is ever scaled to fit. */
export type FitNote = 'hat-small' | 'hat-large' | 'watch-small' | 'watch-large' | 'ring-small' | 'ring-large'
