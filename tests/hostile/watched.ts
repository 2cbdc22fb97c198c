import { childrenOf, memoryOf } from './memory';
import type { Program } from './program';

/** Asks the service how it is for as long as `work` takes, and looks at the memory of it and of the processes it starts. */
export async function watched<T>(program: Program, work: () => Promise<T>) {
  let isDone = false;
  const waits: number[] = [];
  let mostMiB = 0;
  let childMiB = 0;
  const watching = (async () => {
    while (!isDone) {
      const began = performance.now();
      const answer = await fetch(`${program.url}/healthz`);
      await answer.arrayBuffer();
      waits.push(performance.now() - began);
      mostMiB = Math.max(mostMiB, memoryOf(program.pid));
      for (const child of childrenOf(program.pid)) childMiB = Math.max(childMiB, memoryOf(child) || 0);
      expect(answer.status).toBe(200);
    }
  })();
  const began = performance.now();
  const result = await work().finally(() => {
    isDone = true;
  });
  const ms = performance.now() - began;
  await watching;
  return { result, ms, healthMs: Math.max(...waits), mostMiB, childMiB };
}
