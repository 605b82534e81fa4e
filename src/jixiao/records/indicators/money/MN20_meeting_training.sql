-- code: MN20
-- title: 会议培训费支出
-- title_en: Meetings and training
-- unit: 万元
-- measure: total
-- by: 项目
-- scale: 10000
-- names: 会议培训费、会议费培训费、会议培训费支出
-- needs: voucher
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内凭证中会议培训之和，红字冲减；按项目分列。
-- shortfall: 凭证
SELECT voucher_no AS id, project AS unit, day,
       amount AS numerator,
       line, subject
FROM voucher WHERE subject = '会议培训' AND day >= $start AND day < $end
