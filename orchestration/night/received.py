"""One asset per form: what its department sent, judged and landed by the intake in one go."""

# Annotations are evaluated here (no __future__ import): Dagster looks at that of `context`.

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import dagster as dg

from orchestration.night.failure import as_failure
from orchestration.night.run import Night, Stage
from sources.contract import Catalog, Form, Level

if TYPE_CHECKING:
    from orchestration.intake.report import SubmissionOutcome

#: Files that belong to no form, and what is known of every submission.
INBOX = dg.AssetKey("inbox")
RECOGNISED = "every_file_recognised"
ACCEPTED = "accepted_without_mandatory_findings"
EXAMPLES = 5

_PERIODS = {"month": "每月", "half_month": "每半月", "quarter": "每季", "year": "每年", "event": "随时"}


def form_key(form_id: str) -> dg.AssetKey:
    """Return the key of a form's asset: the folder of its accepted rows."""
    return dg.AssetKey(["landing", form_id])


def form_spec(form: Form, catalog: Catalog) -> dg.AssetSpec:
    """Return the asset of a form: grouped by department, owned by it, described in Chinese."""
    name = catalog.code_lists["departments"].codes[form.department]
    return dg.AssetSpec(
        form_key(form.id),
        deps=[INBOX],
        group_name=form.department,
        description=f"《{form.title}》（{form.code}）：{form.grain}。{form.means}",
        owners=[f"team:{form.department}"],
        tags={"department": form.department, "form": form.id},
        metadata={
            "表": form.title,
            "编码": form.code,
            "部门": name,
            "周期": _PERIODS[form.period],
            "版本": form.version,
        },
        kinds={"excel", "parquet"},
    )


def received_assets(catalog: Catalog) -> dg.AssetsDefinition:
    """Return the intake: the inbox and one asset per form, each with the check that shows how its files fared."""
    inbox = dg.AssetSpec(
        INBOX, group_name="inbox", description="收到的工作簿、回执和审核结论；不属于任何表的文件也记在这里。"
    )

    @dg.multi_asset(
        name="intake",
        specs=[inbox, *(form_spec(form, catalog) for form in catalog)],
        check_specs=list(_check_specs(catalog)),
        required_resource_keys={"night"},
        can_subset=True,
    )
    def intake(context: dg.AssetExecutionContext) -> Iterator[dg.MaterializeResult[None] | dg.AssetCheckResult]:
        night: Night = context.resources.night
        with as_failure():
            outcomes = receive(night)
        by_form: dict[str | None, list[SubmissionOutcome]] = {None: [], **{form.id: [] for form in catalog}}
        for outcome in outcomes:
            by_form.setdefault(outcome.form, []).append(outcome)
        for form_id, of_form in by_form.items():
            key = form_key(form_id) if form_id else INBOX
            counts = _counts(of_form if form_id else outcomes)
            if key in context.selected_asset_keys:
                yield dg.MaterializeResult(asset_key=key, metadata=counts)
        yield from _selected(context, check_results(outcomes))

    return intake


def receive(night: Night) -> Sequence["SubmissionOutcome"]:
    """Collect the drop folder, judge what waits and land what is accepted."""
    # Late: the intake imports readers and Parquet, which loading the definitions does not need.
    from orchestration.intake import run_intake

    def watch(done: int, total: int, file: str) -> None:
        night.watch(Stage.JUDGE, file, done, total)

    with night.during(Stage.RECEIVE):
        night.intake = run_intake(night.home, on_step=watch, full=night.full)
    return night.intake.outcomes


def check_results(outcomes: Sequence["SubmissionOutcome"]) -> Iterator[dg.AssetCheckResult]:
    """Yield one result per form that received something, and one for the inbox when anything arrived.

    A form that received nothing keeps the result of its last files. WARN: what a department sent never stops a night.
    """
    if outcomes:
        strangers = [outcome for outcome in outcomes if outcome.form is None]
        yield _result(INBOX, RECOGNISED, outcomes, passed=not strangers, examples=strangers)
    for form_id in dict.fromkeys(outcome.form for outcome in outcomes if outcome.form):
        mine = [outcome for outcome in outcomes if outcome.form == form_id]
        kept_out = [outcome for outcome in mine if outcome.verdict != "accepted" or outcome.held_rows]
        yield _result(form_key(form_id), ACCEPTED, mine, passed=not kept_out, examples=kept_out or mine)


def _result(
    key: dg.AssetKey,
    name: str,
    outcomes: Sequence["SubmissionOutcome"],
    *,
    passed: bool,
    examples: Sequence["SubmissionOutcome"],
) -> dg.AssetCheckResult:
    found = [(outcome.file, finding) for outcome in examples for finding in outcome.told]
    worst_first = sorted(found, key=lambda pair: list(Level).index(pair[1].level))
    messages = [f"- {file}：{finding.rule} {finding.message}" for file, finding in worst_first[:EXAMPLES]]
    return dg.AssetCheckResult(
        asset_key=key,
        check_name=name,
        passed=passed,
        severity=dg.AssetCheckSeverity.WARN,
        description=None if passed else f"{len(examples)} 份没有全部入库，等待部门补正",
        metadata={**_counts(outcomes), "examples": dg.MetadataValue.md("\n".join(messages) or "无")},
    )


def _counts(outcomes: Sequence["SubmissionOutcome"]) -> dict[str, Any]:
    verdicts = Counter(outcome.verdict for outcome in outcomes)
    levels = Counter(finding.level for outcome in outcomes for finding in outcome.findings)
    return {
        "submissions": len(outcomes),
        "accepted": verdicts["accepted"],
        "rejected": verdicts["rejected"],
        "unreadable": verdicts["unreadable"],
        "rows": sum(outcome.data_rows for outcome in outcomes),
        "held_rows": sum(outcome.held_rows for outcome in outcomes),
        **{f"findings_{level.value}": levels[level] for level in Level},
    }


def _check_specs(catalog: Catalog) -> Iterator[dg.AssetCheckSpec]:
    yield dg.AssetCheckSpec(RECOGNISED, asset=INBOX, description="本次收到的每个文件都能打开，并认得出是哪张表")
    for form in catalog:
        yield dg.AssetCheckSpec(
            ACCEPTED, asset=form_key(form.id), description=f"最近收到的《{form.title}》没有强制问题，全部入库"
        )


def _selected(
    context: dg.AssetExecutionContext, results: Iterator[dg.AssetCheckResult]
) -> Iterator[dg.AssetCheckResult]:
    wanted = {(key.asset_key, key.name) for key in context.selected_asset_check_keys}
    yield from (result for result in results if (result.asset_key, result.check_name) in wanted)
