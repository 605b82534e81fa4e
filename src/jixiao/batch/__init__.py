"""批量: the verbs of the pipeline over many reports, each read in a guarded child; every engine gives the same bytes."""
