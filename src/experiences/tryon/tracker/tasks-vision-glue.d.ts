/** Emscripten's glue of tasks-vision, for which the package has no types. */
declare module '@mediapipe/tasks-vision/vision_wasm_module_internal.js' {
  const createModule: (options: object) => Promise<object>
  export default createModule
}
