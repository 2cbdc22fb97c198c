// Loaded into the service before anything else: says on SIGUSR2 how long its event loop was held at most since the last time.
const { monitorEventLoopDelay } = require('node:perf_hooks');
const { isMainThread } = require('node:worker_threads');

if (isMainThread) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  process.on('SIGUSR2', () => {
    console.log(`held ${delay.max / 1e6}`);
    delay.reset();
  });
}
