"""修改: repairs of plain arithmetic (share, rate, total, unit, points), each with its calculation; nothing is decided for the user."""

from jixiao.repair.applying import NotApplied, apply
from jixiao.repair.proposal import Proposal, Repair, Uncertain
from jixiao.repair.proposing import propose

__all__ = ["NotApplied", "Proposal", "Repair", "Uncertain", "apply", "propose"]
