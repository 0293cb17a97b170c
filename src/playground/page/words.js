/** @type {Record<string, string>} */
let words = {};

/** @param {Record<string, string>} loaded the page's words by key */
export function useWords(loaded) {
  words = loaded;
}

/**
 * @param {string} key
 * @param {Record<string, string>} [gaps]
 * @returns {string} the words for a key, its `{gaps}` filled
 */
export function say(key, gaps = {}) {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => gaps[name] ?? whole);
}
