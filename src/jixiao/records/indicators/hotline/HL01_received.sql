-- code: HL01
-- title: 热线工单接件量
-- title_en: Hotline orders received
-- unit: 件
-- measure: total
-- names: 热线工单接件、热线工单接件量、12345热线工单量
-- needs: hotline_order
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内受理的热线工单数：受理时间在期内，同一工单编号只计一件。
-- shortfall: 期内受理的热线工单
SELECT order_no AS id, org_name AS unit, accept_time AS day,
       1 AS numerator,
       deadline, closed_time
FROM orders WHERE accept_time >= $start AND accept_time < $end AND channel = '热线'
