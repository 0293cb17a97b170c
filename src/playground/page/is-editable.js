/** A citizen may change what they wrote themselves, and only texts. */
export function isEditable(/** @type {any} */ { from, text, forward_origin }) {
  return !from.is_bot && text !== undefined && !forward_origin;
}
