-- code: HL13
-- title: 逾期未办结热线工单数
-- title_en: Hotline orders overdue and still open at the end
-- unit: 件
-- measure: total
-- names: 逾期未办结热线工单数
-- needs: hotline_order
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期末仍未办结且办理时限已过的热线工单数；重办未结的算未办结；以前到期拖到期末的也计。
-- shortfall: 逾期未办结的工单
SELECT order_no AS id, org_name AS unit, deadline AS day,
       1 AS numerator,
       accept_time, deadline, closed_time
FROM orders WHERE deadline < $end AND (closed_time IS NULL OR closed_time >= $end) AND channel = '热线'
