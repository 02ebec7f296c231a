/** Steps that need to know the log: to a line whatever hides it, to the next known problem, silence or bookmark. */
import { NO_FILTER } from './filter';
import type { Insight } from './insight';
import type { Viewer } from './viewer';

/** Shows the record that starts at a line. A filter that hides it is cleared, marked texts stay; gives true when that was needed. */
export async function goToLine(viewer: Viewer, line: number): Promise<boolean> {
  if (await selectLine(viewer, line)) return false;
  const { pills } = viewer.state.filter;
  viewer.setFilter({ ...NO_FILTER, pills: pills.filter(({ kind }) => kind === 'mark') });
  await viewer.applied;
  await selectLine(viewer, line);
  return true;
}

async function selectLine(viewer: Viewer, line: number): Promise<boolean> {
  const view = viewer.state.views?.shown.id;
  if (view === undefined) return false;
  const index = await viewer.call('indexOfLine', view, line);
  const read = index.ok && index.value >= 0 ? await viewer.call('records', view, index.value, 1) : undefined;
  if (!index.ok || !read?.ok || read.value.records[0]?.line !== line) return false;
  await viewer.select(index.value);
  return true;
}

/** The line that steps count from: that of the current record, else of the one above the screen's first. */
function here(viewer: Viewer, backwards: boolean): number {
  const { current, top } = viewer.state;
  return current?.line ?? (viewer.cache.get(top.index)?.line ?? 0) - (backwards ? 0 : 1);
}

/** Gives false when there is none. */
export async function nextProblem(viewer: Viewer, backwards: boolean): Promise<boolean> {
  const { views } = viewer.state;
  const found = views && await viewer.call('nextProblem', views.shown.id, here(viewer, backwards), backwards);
  if (!found?.ok || !found.value) return false;
  await viewer.select(found.value.index);
  return true;
}

/** Gives false when there is none. */
export async function nextSilence(viewer: Viewer, backwards: boolean): Promise<boolean> {
  const { views } = viewer.state;
  const found = views && await viewer.call('nextSilence', views.shown.id, here(viewer, backwards), backwards);
  if (!found?.ok || !found.value) return false;
  await viewer.select(found.value.index);
  return true;
}

/** Gives false when there is none. */
export async function nextBookmark(viewer: Viewer, insight: Insight, backwards: boolean): Promise<boolean> {
  const from = here(viewer, backwards);
  const next = backwards ? insight.bookmarks.findLast(({ line }) => line < from) : insight.bookmarks.find(({ line }) => line > from);
  if (next) await goToLine(viewer, next.line);
  return next !== undefined;
}
