-- holdings 在账资产: one row an asset, with the day from which it was written off (no day while it is held).
-- What is 已报废 in the ledger but was never moved out with a day is left out: nobody can say when it was there.
WITH scrapped AS (
  SELECT asset_no, MIN(day) AS gone_day
  FROM asset_move
  WHERE kind = '报废'
  GROUP BY asset_no
)
SELECT a.asset_no, a.original_value, a.accumulated_depreciation, a.net_value, a.bought_date, a.status, s.gone_day
FROM asset AS a
LEFT JOIN scrapped AS s ON s.asset_no = a.asset_no
WHERE s.gone_day IS NOT NULL OR a.status IS NULL OR a.status <> '已报废'
