/** What can keep a tracker from seeing. The sentence is `tryon.fault.<code>`. */
export type TrackerFault =
  /** No WebAssembly, no module workers or no WebGL in workers. */
  | { readonly code: 'tracker-unsupported' }
  /** Wasm or model could not be fetched. */
  | { readonly code: 'tracker-unreachable'; readonly file: string }
  /** Loaded, but it failed to work; `message` is for the log. */
  | { readonly code: 'tracker-broken'; readonly message: string }
  | { readonly code: 'aborted' }
