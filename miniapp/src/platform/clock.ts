import { useEffect, useState } from 'react';

let ahead = 0;

/** Learns how far the server's clock is from the phone's; small differences are the network's, not the clock's. */
export function noteServerTime(date: string | undefined) {
  const server = date === undefined ? Number.NaN : Date.parse(date);
  if (Number.isNaN(server)) return;
  const difference = server - Date.now();
  ahead = Math.abs(difference) < 5_000 ? 0 : difference;
}

/** Server time: deadlines must not depend on a phone whose clock is wrong. */
export const now = () => new Date(Date.now() + ahead);

/** Server time, renewed every `every` milliseconds while the component stands. */
export function useNow(every = 60_000): Date {
  const [time, setTime] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setTime(now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return time;
}
