import htm from 'htm';
import { h } from 'preact';

/** Markup without a build step; everything put into it is text, never HTML. */
export const html = htm.bind(h);
