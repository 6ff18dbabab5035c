"""Reads policy documents as JSON from standard input, and prints what parliament finds in each."""

import json
import sys
from pathlib import Path

import parliament

parliament.override_config(
    Path(parliament.__file__).parent / "community_auditors" / "config_override.yaml"
)


def findings_in(document):
    policy = parliament.analyze_policy_string(
        json.dumps(document), include_community_auditors=True
    )
    return [
        {"issue": finding.issue, "detail": said(finding.detail)}
        for finding in policy.findings
    ]


def said(detail):
    return detail if isinstance(detail, str) else json.dumps(detail)


print(json.dumps([findings_in(document) for document in json.load(sys.stdin)]))
