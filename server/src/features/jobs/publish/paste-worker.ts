// The program of a thread that reads a long announcement (paste.ts). The build makes it a file of its own.
import { parentPort, workerData } from 'node:worker_threads';
import { parseAnnouncement } from '@qihang/shared/jobs/paste/parse';
import type { Pasted } from './paste';

const { text, today } = workerData as Pasted;
parentPort?.postMessage(parseAnnouncement(text, today));
