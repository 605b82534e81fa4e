"""得分 (SC): points given, against targets, results and the scheme."""
