import { createClient } from '@qihang/shared/contract/client';
import { readScene } from '@qihang/shared/digests/scene';
import type { ShareType } from '@qihang/shared/digests/vocabulary';
import { sharesContract } from '@qihang/shared/shares/contract';
import { dayAt } from '@qihang/shared/time/shanghai';
import { useEffect } from 'react';
import { usePageQuery } from '@/platform/navigation';
import { store, stored } from '@/platform/storage';
import { transport } from '@/platform/transport';

const api = createClient(sharesContract, transport);

interface Opened {
  day: string;
  scenes: string[];
}

const key = 'opened';

/** Whether this phone has told of the scene today; from now on it has. */
function isRepeat(scene: string): boolean {
  const day = dayAt(Date.now());
  const before = stored<Opened>(key);
  const scenes = before?.day === day ? before.scenes : [];
  if (scenes.includes(scene)) return true;
  store(key, { day, scenes: [...scenes, scene] });
  return false;
}

/**
 * What a page opened by a link or code of a group is to show: by its `scene`, which names the piece and the group. The opening is
 * counted for the group, once a day for each phone; the reader never waits for that, and is told of no failure.
 */
export function useArrival(here: ShareType | null): {
  type: ShareType | null;
  id: string | undefined;
  group: string | null;
  scene: string | undefined;
} {
  const { id, scene } = usePageQuery();
  const read = readScene(scene);
  // The page of the piece counts where the home page only leads to it.
  const counted = read?.group && read.type === here ? scene : undefined;
  useEffect(() => {
    if (counted !== undefined && !isRepeat(counted))
      api.opened({ body: { scene: counted } }).catch(() => undefined);
  }, [counted]);
  return {
    type: read?.type ?? null,
    id: id ?? (read?.type ? read.id : undefined),
    group: read?.group ?? null,
    scene,
  };
}
