"""The parts of the page on which a table that did not come from this program is taken in."""
