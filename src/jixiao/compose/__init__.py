"""成文: a filing and its form become figures, sentences, tables and charts, and these a Manuscript."""

from jixiao.compose.appraisals import appraisals
from jixiao.compose.check import check
from jixiao.compose.document import document
from jixiao.compose.figures import figures
from jixiao.compose.manuscript import manuscript

__all__ = ["appraisals", "check", "document", "figures", "manuscript"]
