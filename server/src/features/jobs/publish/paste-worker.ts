// The program of a thread that reads a long announcement (paste.ts). The build makes it a file of its own.
import { parentPort, workerData } from 'node:worker_threads';
import { announcementOf, type Pasted } from './paste';

parentPort?.postMessage(announcementOf(workerData as Pasted));
