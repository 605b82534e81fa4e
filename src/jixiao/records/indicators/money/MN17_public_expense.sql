-- code: MN17
-- title: 日常办公支出（办公、水电差旅、会议培训）
-- title_en: Spending on running the office
-- unit: 万元
-- measure: total
-- by: 科目
-- scale: 10000
-- names: 办公费＋水电差旅费＋会议培训费合计
-- needs: voucher
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内凭证中办公费、水电差旅、会议培训之和，红字冲减；按科目分列，三公经费不在内，也不是公用经费的全部（维修、劳务、印刷等科目不在凭证台账内）。
-- shortfall: 凭证
SELECT voucher_no AS id, subject AS unit, day,
       amount AS numerator,
       line, project
FROM voucher WHERE subject IN ('办公费', '水电差旅', '会议培训') AND day >= $start AND day < $end
