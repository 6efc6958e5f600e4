"""Jumping to a passage in all columns at once, by mouse or keyboard.

Each column scrolls on its own, so that the passages of one claim stand beside each other wherever the articles have
them. A browser's own anchors can move one place only, hence a few lines of script. They read marks that
`dashboard.highlight` wrote and never text.
"""

from collections.abc import Callable

import streamlit as st

KEY = "side-jump"
COLUMN_KEY = "side-column"
"""Keys of the columns begin with it."""

_JS = """
const scroller = (element) => {
  for (let at = element; at; at = at.parentElement) {
    const overflow = getComputedStyle(at).overflowY;
    if (overflow === 'auto' || overflow === 'scroll') return at;
  }
  return null;
};
export default function ({data, setTriggerValue}) {
  const columns = () => document.querySelectorAll(`[class*="st-key-${data.column}"]`);
  const show = (thread, except) => columns().forEach((column) => {
    const mark = thread && column.querySelector(`mark[data-thread="${thread}"]`);
    const box = mark && scroller(mark.parentElement);
    if (!box || (except && column.contains(except))) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const top = mark.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop - 60;
    box.scrollTo({top: Math.max(0, top), behavior: calm ? 'auto' : 'smooth'});
    box.parentElement.scrollIntoView({block: 'nearest', behavior: calm ? 'auto' : 'smooth'});
  });
  const choose = (event) => {
    if (event.type === 'keydown' && event.key !== 'Enter' && event.key !== ' ') return;
    const mark = event.target.closest && event.target.closest('mark[data-thread]');
    if (!mark || ![...columns()].some((column) => column.contains(mark))) return;
    event.preventDefault();
    show(mark.dataset.thread, mark);
    setTriggerValue('thread', Number(mark.dataset.thread));
  };
  document.addEventListener('click', choose);
  document.addEventListener('keydown', choose);
  const last = window.readoutJump;
  if (data.thread && last !== data.asked) setTimeout(() => show(data.thread, null), 150);
  window.readoutJump = data.asked;
  return () => {
    document.removeEventListener('click', choose);
    document.removeEventListener('keydown', choose);
  };
}
"""
_component = st.components.v2.component("readout_jump", js=_JS)


def jump(thread: int, *, asked: str, on_choose: Callable[[int], None]) -> None:
    """Scroll every column to a thread's passages, and tell which one the reader picks in a text.

    Args:
        thread: Number of the thread; 0: none.
        asked: Changes with every wish to jump, so that reading on is not interrupted by a redraw.
        on_choose: Told the number of a mark that was clicked, or on which Enter was pressed.
    """

    def chosen() -> None:
        state = st.session_state.get(KEY) or {}
        if number := state.get("thread"):
            on_choose(int(number))

    data = {"thread": thread, "asked": asked, "column": COLUMN_KEY}
    _component(data=data, key=KEY, on_thread_change=chosen, height=1)
