// What is wrong with a file is known without three.js; the engine's callers find it where they find the engine.
export { type Failed, failed, type ModelFault, type ModelFaultCode } from '../core/model-fault'
