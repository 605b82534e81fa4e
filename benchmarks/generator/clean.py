"""A short report without a fault, to put one sentence into."""

from __future__ import annotations

_BEFORE = """{year}年度青禾县水利局整体支出绩效自评报告
一、部门（单位）基本情况
（一）机构和职责
青禾县水利局为县人民政府工作部门，负责水资源管理、防汛抗旱和农村饮水安全，所属事业单位与局机关一并核算。
（二）支出的使用方向
资金用于职工待遇、机关运转以及水利工程的维修养护，涉及全县各乡镇。
二、一般公共预算支出情况
一般公共预算资金按照批复的用途使用，没有挤占和挪用。
三、政府性基金预算支出情况
无
四、国有资本经营预算支出情况
无
五、社会保险基金预算支出情况
无
六、部门整体支出绩效情况
渠道清淤和堤防加固任务在汛期前完成，灌区群众用水得到保障。
"""
_AFTER = """七、存在的问题及原因分析
1、部分山塘维修项目前期工作启动偏晚，原因是设计单位确定较迟，影响了上半年支出进度。
2、绩效指标中可量化的内容不够，原因是业务股室参与目标编制不深。
八、下一步改进措施
1、提前开展山塘维修项目设计，上年四季度完成前期工作，加快支出进度。
2、组织业务股室共同编制绩效指标，增加可量化的内容。
九、部门整体支出绩效自评结果拟应用和公开情况
自评结果作为下一年度预算安排的参考，随部门决算在政府网站公开。
十、其他需要说明的情况
无
"""


def sentence_report(sentence: str, year: int = 2023) -> str:
    """The report with a sentence in the chapter on performance, or without one."""
    return _BEFORE.format(year=year) + (sentence + "\n" if sentence else "") + _AFTER
