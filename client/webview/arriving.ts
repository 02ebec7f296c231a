/** Brings the record at a time on the screen once the page can: when the log was opened for a moment, or its order began anew. */
import { goToTime } from './moving';
import type { Viewer } from './viewer';

export interface Arrival {
  readonly time: number;
  /** The generation of the log from which on it counts. */
  readonly generation: number;
  /** Line of the record that was shown before all of the log was read. */
  readonly line: number | undefined;
}

/** Goes there now, or as soon as the log is that far. */
export function arriveAt(viewer: Viewer, time: number, generation = 0): void {
  viewer.state.arrival = { time, generation, line: undefined };
  viewer.changed();
}

/** Watches for the moment. While a log is read its record of that time may not be known yet: then it is looked for again at the end, unless the reader moved away. */
export function watchArrival(viewer: Viewer): void {
  let going = false;
  viewer.onDraw(() => {
    const { arrival, log, views, current } = viewer.state;
    if (going || !arrival || !log || !views || log.generation < arrival.generation || views.shown.generation !== log.generation || viewer.total === 0) return;
    const whole = log.complete && views.shown.complete;
    if (!whole && arrival.line !== undefined) return;
    if (arrival.line !== undefined && current?.line !== arrival.line) {
      viewer.state.arrival = undefined;
      return;
    }
    going = true;
    void goToTime(viewer, arrival.time).then(() => {
      going = false;
      if (viewer.state.arrival === arrival) viewer.state.arrival = whole ? undefined : { ...arrival, line: viewer.state.current?.line ?? -1 };
    });
  });
}
