/** Imported first: the parts of the page take their words when they are made. */
import { speak } from './texts';

speak(document.documentElement.lang);
