/** @returns {Promise<Record<string, any>>} */
export async function loadJson(/** @type {string} */ address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return await response.json();
}

export function loadState() {
  return loadJson('/playground/state');
}

/**
 * Does something as a citizen.
 *
 * @param {number} citizenId
 * @param {object} act
 * @returns {Promise<{ kind: string, queryId?: string, messageId?: number }>}
 */
export async function actAs(citizenId, act) {
  const response = await fetch(`/playground/chats/${citizenId}/acts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(act),
  }).catch(() => null);
  return response
    ? await response.json().catch(() => ({ kind: 'impossible' }))
    : { kind: 'impossible' };
}

/**
 * Follows all chats. The browser reconnects by itself; `onBack` is called then, because a server that
 * was started anew has forgotten everything.
 *
 * @param {number} after
 * @param {{ onEvent: (event: any) => void, onLost: () => void, onBack: () => void }} listener
 */
export function followEvents(after, { onEvent, onLost, onBack }) {
  const source = new EventSource(`/playground/events?after=${after}`);
  let isLost = false;
  source.onmessage = ({ data }) => onEvent(JSON.parse(data));
  source.onerror = () => {
    isLost = true;
    onLost();
  };
  source.onopen = () => {
    if (isLost) onBack();
    isLost = false;
  };
}
