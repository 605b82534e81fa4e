"""指标设置 (IX): how the indicators and targets are set."""
