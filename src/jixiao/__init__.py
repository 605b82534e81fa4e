"""jixiao (绩效): audit, write and run budget-performance self-evaluations (预算绩效自评)."""
