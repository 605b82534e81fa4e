"""Indicator values from the records themselves: tables checked and stored, indicators in SQL, values with a proof."""
