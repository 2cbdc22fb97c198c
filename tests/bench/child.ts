/** What a measured server says of itself when asked. */
export interface Usage {
  cpuMicroseconds: number;
  residentBytes: number;
}

/** Tells the parent where the server listens, and afterwards its usage whenever asked. */
export function reportTo(port: number): void {
  process.send?.({ port });
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    const usage: Usage = { cpuMicroseconds: user + system, residentBytes: process.memoryUsage.rss() };
    process.send?.(usage);
  });
}
