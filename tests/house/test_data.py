"""Data is data: every file of it loads, travels with the package, and holds no logic."""

from __future__ import annotations

import fnmatch
import json
import tomllib

import pytest
import yaml

from tests.house.source import ROOT, SRC, files, imports

DATA = [path for path in files() if path.is_relative_to(SRC) and path.suffix not in {".py", ".pyc"}]


@pytest.mark.parametrize(
    "path",
    [path for path in files() if path.suffix in {".yaml", ".yml"}],
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)
def test_yaml_loads_and_repeats_no_key(path):
    assert yaml.load(path.read_text("utf-8"), Loader=Strict) is not None  # noqa: S506 - a SafeLoader


class Strict(yaml.SafeLoader):
    """A loader that takes a key given twice as a mistake."""

    def construct_mapping(self, node, deep=False):
        keys = [key.value for key, _ in node.value]
        assert len(keys) == len(set(keys)), f"given twice: {sorted({key for key in keys if keys.count(key) > 1})}"
        return super().construct_mapping(node, deep)


@pytest.mark.parametrize("path", [path for path in DATA if path.suffix == ".json"], ids=lambda path: path.name)
def test_json_loads(path):
    assert json.loads(path.read_text("utf-8"))


def test_every_data_file_travels_with_the_package():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    patterns = settings["package-data"]["jixiao"]
    left = [path for path in DATA if not any(fnmatch.fnmatch(path.name, one.removeprefix("**/")) for one in patterns)]
    assert not left


def test_the_generator_of_benchmarks_shares_nothing_with_what_it_measures():
    generator = ROOT / "benchmarks/generator"
    shared = [
        f"{path.relative_to(ROOT)}:{line} imports {target}"
        for path in sorted(generator.rglob("*.py"))
        for line, target in imports(path)
        if target.startswith("jixiao")
    ]
    assert generator.is_dir()
    assert not shared
