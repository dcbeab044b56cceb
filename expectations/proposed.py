"""A proposed form beside the judge's view of the workbook that it was made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from expectations.check import check
from sources.contract import Catalog, Level
from sources.finding import Finding
from sources.infer.form_text import form_yaml
from sources.infer.propose import Proposal
from sources.rules import load_register


def settled(proposal: Proposal, catalog: Catalog) -> tuple[Proposal, Sequence[Finding]]:
    """Return the proposal with the notices that its workbook gives written into the form, and all findings before that.

    Whoever keeps the form reads them once, now; the monthly sender of such a workbook is not told again.
    """
    alone = Catalog({proposal.form.id: proposal.form}, catalog.code_lists)
    found = check(proposal.reading, alone, load_register(alone)).findings
    known = tuple(sorted({finding.rule for finding in found if finding.level is Level.NOTICE}))
    form = proposal.form.model_copy(update={"known_notices": known})
    return replace(proposal, form=form, yaml=form_yaml(form)), found
