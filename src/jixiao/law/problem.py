"""LawError: what is wrong with the data of the law, said plainly."""


class LawError(ValueError):
    """A pack, citation or parameter that does not exist or is not well formed (规则数据有误)."""
