// A process that makes phone files, one product after another, as it is told by the one that started it.
import { makePhoneFiles } from './make'
import type { PhoneFileJob } from './plan'

process.on('message', ({ job, cache }: { job: PhoneFileJob; cache: string }) => {
  makePhoneFiles(job, cache).then(
    () => process.send?.({ ok: true }),
    (error: unknown) =>
      process.send?.({ ok: false, message: error instanceof Error ? error.message : String(error) }),
  )
})
