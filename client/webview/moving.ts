/** Steps through the records: by one, by a page, to the next of a level, to the next match. */
import type { Viewer } from './viewer';

/** The next or the previous record of the view. */
export async function step(viewer: Viewer, direction: 1 | -1): Promise<void> {
  const { current, top } = viewer.state;
  if (!current) return viewer.select(top.index);
  const hidden = viewer.currentRecord === undefined;
  // While a filter hides the current record, its number is that of the record before it.
  return viewer.select(direction === 1 ? current.index + 1 : hidden ? current.index : current.index - 1);
}

/** One page; the current record stays on its row of the screen. */
export async function page(viewer: Viewer, direction: 1 | -1): Promise<void> {
  const { current, top } = viewer.state;
  const before = top.index;
  viewer.place.scrollBy(direction * Math.max(1, viewer.pageRows - 2));
  if (!current) return;
  const moved = viewer.state.top.index - before;
  const target = moved === 0 ? (direction === 1 ? viewer.total - 1 : 0) : current.index + moved;
  await viewer.select(Math.max(0, Math.min(viewer.total - 1, target)));
}

export async function first(viewer: Viewer): Promise<void> {
  viewer.place.pause();
  viewer.place.scrollTo({ index: 0, row: 0 });
  await viewer.select(0);
}

/** The first record at or behind a time (ms), the last one when there is none. */
export async function goToTime(viewer: Viewer, time: number): Promise<void> {
  const view = viewer.state.views?.shown.id;
  if (view === undefined) return;
  const found = await viewer.call('indexOfTime', view, time);
  if (found.ok) await viewer.select(Math.min(found.value, viewer.total - 1));
}

/** The last record, and follow. */
export async function last(viewer: Viewer): Promise<void> {
  viewer.place.follow(true);
  await viewer.select(viewer.total - 1);
}

/** The next record whose level is in the mask. Gives false when there is none. */
export async function nextOfLevel(viewer: Viewer, levels: number, backwards: boolean): Promise<boolean> {
  const { current, top, views } = viewer.state;
  if (!views) return false;
  const hidden = current !== undefined && viewer.currentRecord === undefined;
  const from = current ? current.index + (hidden && backwards ? 1 : 0) : top.index - (backwards ? 0 : 1);
  const found = await viewer.call('nextOfLevel', views.shown.id, from, levels, backwards);
  if (!found.ok || found.value < 0) return false;
  await viewer.select(found.value);
  return true;
}

/** The next marked record; the first again behind the last. Gives false when there is none. */
export async function nextHit(viewer: Viewer, backwards: boolean): Promise<boolean> {
  const { views, current } = viewer.state;
  if (!views?.hits) return false;
  const line = current?.line ?? (viewer.cache.get(viewer.state.top.index)?.line ?? 0) - 1;
  const found = await viewer.call('nextHit', views.hits.id, views.shown.id, line, backwards);
  if (!found.ok || !found.value) return false;
  await viewer.select(found.value.index);
  return true;
}
