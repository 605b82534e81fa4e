import json

from jixiao.writers import write
from jixiao.writers.view import Look


def run_of(*audits, lang="zh"):
    data = json.loads("".join(write(audits, "sarif", Look(lang))))
    assert data["version"] == "2.1.0"
    assert data["$schema"].endswith("sarif-2.1.0.json")
    [run] = data["runs"]
    return run


def test_every_result_names_a_described_rule(audit):
    run = run_of(audit)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(rule.code for rule in audit.rules)
    assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]


def test_places_are_lines_where_there_are_lines_and_addresses_always(audit):
    first, second, third, _ = run_of(audit)["results"]
    assert first["locations"][0]["physicalLocation"]["region"]["startLine"] == 4
    assert [place["id"] for place in second["relatedLocations"]] == [1, 2]
    assert third["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] == "body/block/5/row/2/column/5/0-3"
    assert first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "%E6%8A%A5%E5%91%8A.txt"


def test_fingerprints_are_stable_and_all_different(audit):
    prints = [result["partialFingerprints"]["jixiaoFinding/v1"] for result in run_of(audit)["results"]]
    assert len(set(prints)) == len(prints)
    assert prints == [
        result["partialFingerprints"]["jixiaoFinding/v1"] for result in run_of(audit, lang="en")["results"]
    ]


def test_what_was_not_checked_or_read_is_a_notification(audit, unreadable):
    [invocation] = run_of(audit, unreadable)["invocations"]
    assert invocation["executionSuccessful"] is False
    codes = [note["descriptor"]["id"] for note in invocation["toolExecutionNotifications"]]
    assert codes == ["revisions", "not-checked", "encrypted"]
