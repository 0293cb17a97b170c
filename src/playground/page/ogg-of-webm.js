/** EBML elements that are gone into; all others are passed over or read. */
const CONTAINERS = new Set([0x18538067, 0x1f43b675, 0x1654ae6b, 0xae, 0xa0]);
const CODEC_PRIVATE = 0x63a2;
const BLOCKS = new Set([0xa3, 0xa1]);
/** Before a block's frame: track, time and flags. */
const BLOCK_HEADER_BYTES = 4;

/**
 * The Opus sound of a WebM recording in Ogg pages, as a messenger records it: Chromium's recorder writes no Ogg.
 *
 * @param {Uint8Array} webm @returns {Uint8Array<ArrayBuffer>}
 */
export function oggOfWebm(webm) {
  const { head, packets } = readWebm(webm);
  const serial = crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;
  let samples = 0;
  const pages = [head, tags()].map((packet, i) =>
    page({ packet, serial, sequence: i, samples, flags: i === 0 ? 2 : 0 }),
  );
  packets.forEach((packet, i) => {
    samples += samplesIn(packet);
    const flags = i === packets.length - 1 ? 4 : 0;
    pages.push(page({ packet, serial, sequence: i + 2, samples, flags }));
  });
  return joined(pages);
}

/** @param {Uint8Array} webm @returns {{ head: Uint8Array, packets: Uint8Array[] }} */
function readWebm(webm) {
  /** @type {Uint8Array[]} */
  const packets = [];
  let head = new Uint8Array();
  for (let at = 0; at < webm.length; ) {
    const id = readNumber(webm, at, true);
    const size = readNumber(webm, at + id.bytes, false);
    at += id.bytes + size.bytes;
    if (CONTAINERS.has(id.value)) continue;
    const content = webm.slice(at, at + size.value);
    if (id.value === CODEC_PRIVATE) head = content;
    if (BLOCKS.has(id.value)) packets.push(content.slice(BLOCK_HEADER_BYTES));
    at += size.value;
  }
  return { head, packets };
}

/** EBML numbers tell their length by their leading zeros; an id keeps its marker. */
function readNumber(
  /** @type {Uint8Array} */ bytes,
  /** @type {number} */ at,
  /** @type {boolean} */ keepsMarker,
) {
  const first = bytes[at] ?? 0;
  const length = Math.min(Math.clz32(first) - 23, 8);
  let value = keepsMarker ? first : first & (0xff >> length);
  for (let i = 1; i < length; i++) value = value * 256 + (bytes[at + i] ?? 0);
  return { value, bytes: length };
}

const SILK = [480, 960, 1920, 2880];
const HYBRID = [480, 960];
const CELT = [120, 240, 480, 960];

/** Length of an Opus packet at 48 kHz, from its first byte (RFC 6716, 3.1). */
function samplesIn(/** @type {Uint8Array} */ packet) {
  const first = packet[0] ?? 0;
  const mode = first >> 3;
  const frame = mode < 12 ? SILK[mode & 3] : mode < 16 ? HYBRID[mode & 1] : CELT[mode & 3];
  const frames = [1, 2, 2, (packet[1] ?? 0) & 63][first & 3];
  return (frame ?? 0) * (frames ?? 0);
}

function tags() {
  const vendor = new TextEncoder().encode('playground');
  const header = new TextEncoder().encode('OpusTags');
  return joined([header, uint32(vendor.length), vendor, uint32(0)]);
}

/** One packet in one page (RFC 3533); no packet of a voice comes near the limit of a page. */
function page(
  /** @type {{ packet: Uint8Array, serial: number, sequence: number, samples: number, flags: number }} */
  { packet, serial, sequence, samples, flags },
) {
  const lacing = [...Array(Math.floor(packet.length / 255)).fill(255), packet.length % 255];
  const bytes = joined([
    new TextEncoder().encode('OggS'),
    new Uint8Array([0, flags]),
    uint32(samples),
    uint32(0),
    uint32(serial),
    uint32(sequence),
    uint32(0),
    new Uint8Array([lacing.length, ...lacing]),
    packet,
  ]);
  bytes.set(uint32(checksum(bytes)), 22);
  return bytes;
}

const POLYNOMIAL = 0x04c11db7;

/** Ogg's own CRC: not reflected, beginning with nought. */
function checksum(/** @type {Uint8Array} */ bytes) {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << 24;
    for (let bit = 0; bit < 8; bit++) sum = sum & 0x80000000 ? (sum << 1) ^ POLYNOMIAL : sum << 1;
  }
  return sum >>> 0;
}

function uint32(/** @type {number} */ value) {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}

/** @param {Uint8Array[]} parts @returns {Uint8Array<ArrayBuffer>} */
function joined(parts) {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
