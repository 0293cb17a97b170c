import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Nearer to the end than this, the view follows new messages. */
const NEAR_PX = 160;

/** Keeps the newest message in view, unless the visitor has scrolled up; then it counts what has come since. */
export function useEndInView(/** @type {any} */ { entries, action }) {
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  const [below, setBelow] = useState(0);
  const [isAtEnd, setAtEnd] = useState(true);
  const isNear = useRef(true);
  const last = entries.at(-1)?.message;

  const toEnd = () => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  };
  const onScroll = () => {
    const { scrollHeight = 0, scrollTop = 0, clientHeight = 0 } = box.current ?? {};
    isNear.current = scrollHeight - scrollTop - clientHeight < NEAR_PX;
    setAtEnd(isNear.current);
    if (isNear.current) setBelow(0);
  };
  useLayoutEffect(() => {
    if (isNear.current || last?.from.is_bot === false) toEnd();
    else setBelow((count) => count + 1);
  }, [last?.message_id]);
  useLayoutEffect(() => {
    if (isNear.current) toEnd();
  }, [entries, action]);
  useEffect(() => {
    // The box shrinks when a keyboard opens below, and the content grows when a picture has loaded.
    const observer = new ResizeObserver(() => isNear.current && toEnd());
    if (box.current) observer.observe(box.current);
    if (box.current?.firstElementChild) observer.observe(box.current.firstElementChild);
    return () => observer.disconnect();
  }, [entries.length === 0]);
  return { box, below, isAtEnd, toEnd, onScroll };
}
