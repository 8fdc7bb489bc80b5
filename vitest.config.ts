import { defineConfig } from 'vitest/config'

// vitest reads its configuration from a default export.
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/global-setup.ts'],
    testTimeout: 180_000,
    hookTimeout: 120_000,
    // Two processes: the tests drive real browsers and the real program, and the machine may have two cores.
    maxWorkers: 2,
  },
})
