import { useState } from 'react';
import { type Reported, ReportSheet } from './report-sheet';

/**
 * Reporting what a page shows. `sheet` goes where the page outlives its content: signing in reads the content again, and what was
 * written has to remain.
 */
export function useReporting() {
  const [asked, setAsked] = useState<Reported | null>(null);
  return {
    report: setAsked,
    sheet: asked && (
      <ReportSheet key={`${asked.type} ${asked.id}`} {...asked} onClose={() => setAsked(null)} />
    ),
  };
}
