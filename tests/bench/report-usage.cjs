// Preloaded into a measured process: at its end writes processor seconds and peak memory to $LECTERN_BENCH_USAGE.
const { writeFileSync } = require('node:fs')

process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  const usage = { cpuMs: (user + system) / 1000, peakMb: process.resourceUsage().maxRSS / 1024 }
  writeFileSync(process.env.LECTERN_BENCH_USAGE, JSON.stringify(usage))
})
