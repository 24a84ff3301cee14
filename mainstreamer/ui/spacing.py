"""Distances, in pixels: all on one grid of eight, and half of it between things that belong together.

A frame keeps its contents the one pixel of its line away.
"""

from __future__ import annotations

SMALL, GAP, WIDE_GAP, BREAK = 4, 8, 16, 32
"""Between what belongs together, between neighbours, between groups, between parts of a page that is read alone."""
PAGE_SIDE, PAGE_TOP, PAGE_BOTTOM = 24, 16, 8
"""From the edges of a page to what stands on it."""
SCROLL_GAP = 8
"""What a scrolling part of a page keeps free at its trailing side; the page leaves so much less there."""
CARD_SIDE, CARD_EDGE = 16, 8
"""Inside a card: at its sides, and above and below."""
GUIDANCE_WIDTH = 286
"""Of the panel beside a checklist."""
