"""Why one file of the package could not be written; the others are written all the same."""

from __future__ import annotations


class NotWritten(Exception):  # noqa: N818 - an answer for the user, not a fault of the program
    """未生成: one file is left out. Says what is missing and how to mend it, in Chinese and English."""

    def __init__(self, message: str, message_en: str) -> None:
        super().__init__(message)
        self.message, self.message_en = message, message_en
