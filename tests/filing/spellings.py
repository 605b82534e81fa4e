"""How people write amounts: what is taken, and what is asked back (the id of a rule). One line a spelling."""

NOTHING = None

# (dimension, as written, what it is taken for)
TAKEN = [
    # plain
    ("money", "1107.5", "1107.5万元"), ("money", "1107.50", "1107.50万元"), ("money", "1107", "1107万元"),
    ("money", "0", "0万元"),
    ("money", "0.0", "0.0万元"), ("money", "0.97", "0.97万元"), ("money", "0.000001", "0.000001万元"),
    ("money", "-5", "-5万元"),
    ("money", "-0.5", "-0.5万元"), ("money", "−5", "-5万元"), ("money", "－5", "-5万元"), ("money", "- 5", "-5万元"),
    ("money", "+5", "5万元"),
    ("money", ".5", "0.5万元"), ("money", "-.5", "-0.5万元"), ("money", "1234567.89", "1234567.89万元"),
    # thousands
    ("money", "1,107.50", "1107.50万元"), ("money", "1,107", "1107万元"), ("money", "1，107.5", "1107.5万元"),
    ("money", "12,345,678.9", "12345678.9万元"),
    ("money", "1, 107.5", "1107.5万元"), ("money", "１，１０７．５０", "1107.50万元"), ("money", "-1,107.5", "-1107.5万元"),
    # full width
    ("money", "１１０７．５", "1107.5万元"), ("money", "１１０７.５", "1107.5万元"), ("money", "１１０７", "1107万元"),
    ("money", "１１０７．５万元", "1107.5万元"),
    ("money", "－１０．５", "-10.5万元"), ("money", "０", "0万元"),
    # white space of every kind
    ("money", " 1107.5 ", "1107.5万元"), ("money", "\u30001107.5\u3000", "1107.5万元"),
    ("money", "\u00a01107.5", "1107.5万元"), ("money", "1107.5\n", "1107.5万元"),
    ("money", "\t1107.5\t", "1107.5万元"), ("money", "\u200b1107.5", "1107.5万元"),
    ("money", "\ufeff1107.5", "1107.5万元"), ("money", "1107.5\u200e", "1107.5万元"),
    ("money", "1107.5 万元", "1107.5万元"), ("money", "1107.5\u3000万元", "1107.5万元"), ("money", "1107.5\r\n", "1107.5万元"),
    ("money", "1107. 5", "1107.5万元"),
    # units of money
    ("money", "1107.5万元", "1107.5万元"), ("money", "1,107.5万元", "1107.5万元"), ("money", "1107.5万", "1107.5万元"),
    ("money", "1107.5万元整", "1107.5万元"),
    ("money", "11075000元", "1107.5万元"), ("money", "11,075,000元", "1107.5万元"),
    ("money", "11,075,000.00元", "1107.5万元"), ("money", "11075000元整", "1107.5万元"),
    ("money", "0.11075亿元", "1107.5万元"), ("money", "0.11075亿", "1107.5万元"), ("money", "1亿元", "10000万元"),
    ("money", "1.1075千万元", "1107.5万元"),
    ("money", "1.1075千万", "1107.5万元"), ("money", "11.075百万元", "1107.5万元"), ("money", "11075千元", "1107.5万元"),
    ("money", "1107万5000元", "1107.5万元"),
    ("money", "1亿2000万元", "12000万元"), ("money", "39万2696元", "39.2696万元"), ("money", "10000元", "1万元"),
    ("money", "12345.67元", "1.234567万元"),
    ("money", "¥1107.5万元", "1107.5万元"), ("money", "￥11,075,000元", "1107.5万元"), ("money", "0元", "0万元"),
    ("money", "0万元", "0万元"),
    ("money", "-11075000元", "-1107.5万元"), ("money", "１１０７５０００元", "1107.5万元"),
    # what a workbook or a script writes
    ("money", "1.1075E3", "1107.5万元"), ("money", "1.1075e+03", "1107.5万元"), ("money", "5E-1", "0.5万元"),
    ("money", "'1107.5", "1107.5万元"), ("money", "’1107.5", "1107.5万元"),
    ("money", "333.33333333333", "333.333333万元"), ("money", "0.1234567", "0.123457万元"), ("money", "零", "0万元"),
    ("money", "〇", "0万元"),
    # nothing
    ("money", "", NOTHING), ("money", "   ", NOTHING), ("money", "\u3000", NOTHING), ("money", "\u200b", NOTHING),
    ("money", "\n", NOTHING), ("money", "—", NOTHING),
    ("money", "——", NOTHING), ("money", "－", NOTHING), ("money", "-", NOTHING), ("money", "--", NOTHING),
    ("money", "–", NOTHING), ("money", "─", NOTHING),
    ("money", "/", NOTHING), ("money", "／", NOTHING), ("money", "\\", NOTHING), ("money", "无", NOTHING),
    ("money", "无数据", NOTHING), ("money", "不适用", NOTHING),
    ("money", "N/A", NOTHING), ("money", " — ", NOTHING), ("people", "—", NOTHING), ("people", "无", NOTHING),
    ("area", "/", NOTHING), ("money", "暂无", NOTHING), ("money", "…", NOTHING),
    # people
    ("people", "36", "36人"), ("people", "36人", "36人"), ("people", "３６人", "36人"), ("people", "36名", "36人"),
    ("people", " 36 人 ", "36人"), ("people", "1,036", "1036人"),
    ("people", "0", "0人"), ("people", "36.0", "36.0人"), ("people", "1万人", "10000人"), ("people", "0.5万人", "5000人"),
    ("people", "1.2千人", "1200人"),
    # areas, counts
    ("area", "1200", "1200㎡"), ("area", "1,200.5㎡", "1200.5㎡"), ("area", "1200平方米", "1200㎡"),
    ("area", "1200平米", "1200㎡"), ("area", "1200m2", "1200㎡"), ("area", "1200m²", "1200㎡"),
    ("area", "1.2万平方米", "12000㎡"), ("count", "3辆", "3辆"), ("count", "3", "3"), ("count", "12批次", "12批次"),
    ("count", "1,200批", "1200批"), ("count", "３辆", "3辆"),
]  # fmt: skip

# (dimension, as written, the rule by which it is asked back)
ASKED = [
    ("money", "1107,5", "amount_unclear"), ("money", "11,07.5", "amount_unclear"),
    ("money", "1,1075", "amount_unclear"), ("money", "1.107,50", "amount_unclear"),
    ("money", "1.537.400", "amount_unclear"), ("money", "1107.5.0", "amount_unclear"),
    ("money", "1107。5", "amount_unclear"), ("money", "11O7.5", "amount_unclear"),
    ("money", "1l07.5", "amount_unclear"), ("money", "1107 .5", "amount_several"),
    ("money", "1 107.5", "amount_several"), ("money", "(1107.5)", "amount_unclear"),
    ("money", "（1107.5）", "amount_unclear"),
    ("money", "5.", "amount_unclear"), ("money", "007", "amount_unclear"), ("money", "01107.5", "amount_unclear"),
    ("money", "0,500", "amount_unclear"), ("money", "一千一百万元", "amount_unclear"),
    ("money", "1107.5万元（含税）", "amount_unit"), ("money", "人民币1107.5万元", "amount_unclear"),
    ("money", "1107.5/年", "amount_unclear"), ("money", "待定", "amount_unclear"), ("money", "同上", "amount_unclear"),
    ("money", "#REF!", "amount_unclear"), ("money", "=A1+B1", "amount_unclear"), ("money", "NaN", "amount_unclear"),
    ("money", "1e400", "amount_unclear"), ("money", "x", "amount_unclear"), ("money", "?", "amount_unclear"),
    ("money", "1107.5元", "amount_yuan"), ("money", "9700元", "amount_yuan"), ("money", "0.5元", "amount_yuan"),
    ("money", "¥1107.5", "amount_yuan_sign"), ("money", "￥1,107.50", "amount_yuan_sign"),
    ("money", "36人", "amount_unit"), ("money", "100%", "amount_unit"), ("money", "１００％", "amount_unit"),
    ("money", "30万件", "amount_unit"), ("money", "5个", "amount_unit"), ("money", "1107.5万美元", "amount_unit"),
    ("money", "1107.5w", "amount_unit"), ("money", "≥30万元", "amount_sign"), ("money", "≤1107.5", "amount_sign"),
    ("money", ">=5", "amount_sign"), ("money", "<5万元", "amount_sign"),
    ("money", "约1107.5万元", "amount_loose"), ("money", "近1000万元", "amount_loose"),
    ("money", "1000多万元", "amount_loose"), ("money", "超过1000万元", "amount_loose"),
    ("money", "470+262.5", "amount_several"), ("money", "470万元、530万元", "amount_several"),
    ("money", "100-200", "amount_several"), ("money", "100~200万元", "amount_several"),
    ("money", "470\n530", "amount_several"),
    ("money", "2023-05-30", "amount_is_date"), ("money", "2023/5", "amount_is_date"),
    ("money", "2023年5月", "amount_is_date"), ("money", "13900000000", "amount_huge"),
    ("money", "430600199001010000", "amount_huge"),
    ("people", "36个", "amount_unit"), ("people", "36万元", "amount_unit"), ("people", "-3", "negative"),
    ("people", "三十六", "amount_unclear"), ("people", "36人左右", "amount_loose"), ("area", "1200亩", "amount_unit"),
    ("area", "-1", "negative"),
    ("count", "3万元", "amount_unit"), ("count", "30%", "amount_unit"),
]  # fmt: skip
