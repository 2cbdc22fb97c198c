import { join } from 'node:path';
import type { Config } from '../../config';
import { folderStorage } from './folder';
import { s3Storage } from './s3';
import type { Storage } from './storage';

/** A bucket where one is set, else a folder of the data folder. */
export const storageOf = ({ s3, dataDir }: Pick<Config, 's3' | 'dataDir'>): Storage =>
  s3 ? s3Storage(s3) : folderStorage(join(dataDir, 'uploads'));
