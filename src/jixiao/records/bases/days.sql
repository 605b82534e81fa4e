-- days: every day from 2000 to 2099, for indicators that ask about days or months without any record.
WITH digits AS (
  SELECT n FROM (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS digit(n)
)
SELECT CAST(DATE '2000-01-01' + (a.n * 10000 + b.n * 1000 + c.n * 100 + d.n * 10 + e.n) AS DATE) AS day
FROM digits AS a CROSS JOIN digits AS b CROSS JOIN digits AS c CROSS JOIN digits AS d CROSS JOIN digits AS e
WHERE a.n * 10000 + b.n * 1000 + c.n * 100 + d.n * 10 + e.n < 36525
