"""The other ledgers of a year, each consistent with the register, the projects, the titles and the reform tasks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sources.periods import containing, last_day
from sources.sample import appeals, letters, milestones, names, subsidies, year_end
from sources.sample.assessments import Books
from sources.sample.enterprises import Enterprise
from sources.sample.finance import assets, debts, leases, revenue
from sources.sample.industry import Producer, industry_rows, make_producers, summary_rows
from sources.sample.investment import carriers, deals, signings, talks
from sources.sample.names import Seed, stream
from sources.sample.party import organisations
from sources.sample.performance import performance_rows
from sources.sample.planning import works

Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class Ledgers:
    """What the departments keep besides the key list, the register, the ladder, the tasks and the assessment."""

    seed: str
    mark: str
    books: Books
    earlier: tuple[deals.Deal, ...]
    deals: tuple[deals.Deal, ...]
    courses: tuple[milestones.Course, ...]
    producers: tuple[Producer, ...]
    applications: tuple[subsidies.Application, ...]
    appeals: tuple[appeals.Appeal, ...]
    estate: carriers.Estate
    debts: tuple[debts.Debt, ...]
    revenues: tuple[revenue.Revenue, ...]
    letters: tuple[letters.Letter, ...]
    party: organisations.Party

    def rows(self, form: str, period: str) -> Rows:
        """Return the rows of a form for a period of its own kind."""
        return _ROWS[form](self, period)


def make_ledgers(
    seed: Seed, year: int, mark: str, serial: int, enterprises: Sequence[Enterprise], books: Books
) -> Ledgers:
    """Return a year's ledgers. The first two of ``enterprises`` are the platform companies; ``serial`` begins new codes."""
    platforms = enterprises[:2]
    firms = [firm for firm in enterprises[2:] if firm.left_on is None and firm.established.year < year]
    made = deals.make_deals(stream(seed, f"deals/{year}"), year, mark, books.projects)
    holdings = assets.make_assets(year, mark, platforms)
    let = leases.make_leases(stream(seed, f"leases/{year}"), year, mark, holdings, firms)
    return Ledgers(
        seed=f"{seed}/{year}",
        mark=mark,
        books=books,
        deals=made,
        earlier=deals.make_earlier(stream(seed, f"earlier/{year}"), year, mark),
        courses=milestones.make_courses(mark, year, made, books.projects),
        producers=make_producers(stream(seed, f"producers/{year}"), books.records),
        applications=subsidies.make_applications(stream(seed, f"subsidies/{year}"), year, mark, serial, firms),
        appeals=appeals.make_appeals(stream(seed, f"appeals/{year}"), year, mark, firms),
        estate=carriers.Estate(mark, holdings, let, firms[:12], platforms[0]),
        debts=debts.make_debts(year, mark, holdings),
        revenues=revenue.make_revenues(stream(seed, f"revenue/{year}")),
        letters=letters.make_letters(year, mark, books.tasks),
        party=organisations.make_party(stream(seed, f"party/{year}"), year, mark, firms),
    )


_ROWS: dict[str, Callable[[Ledgers, str], Rows]] = {
    "talks": lambda kept, period: talks.talk_rows(kept.deals, period),
    "outreach": lambda kept, period: talks.trip_rows(kept.deals, names.LEADERS, period),
    "signings": lambda kept, period: signings.signing_rows(kept.deals, kept.earlier, period),
    "carriers": lambda kept, period: carriers.carrier_rows(kept.estate, period),
    "carrier_tenants": lambda kept, period: carriers.tenant_rows(kept.estate, period),
    "project_milestones": lambda kept, period: milestones.milestone_rows(kept.courses, period),
    "project_performance": lambda kept, period: performance_rows(kept.courses, period),
    "industrial_months": lambda kept, period: industry_rows(kept.producers, period),
    "industrial_summary": lambda kept, period: summary_rows(industry_rows(kept.producers, period)),
    "upgrade_subsidies": lambda kept, period: subsidies.subsidy_rows(kept.applications, period),
    "appeals": lambda kept, period: appeals.appeal_rows(kept.appeals, period),
    "service_centers": lambda kept, period: appeals.center_rows(kept.mark, period),
    "service_events": lambda kept, period: appeals.salon_rows(kept.appeals, period),
    "fiscal_revenue": lambda kept, period: revenue.revenue_rows(kept.revenues, period),
    "key_taxpayers": lambda kept, period: revenue.taxpayer_rows(kept.producers, period),
    "platform_assets": lambda kept, period: assets.asset_rows(kept.estate.assets, period),
    "leases": lambda kept, period: leases.lease_rows(kept.estate.leases, period),
    "debts": lambda kept, period: debts.debt_rows(kept.debts, period),
    "company_operations": lambda kept, period: debts.operation_rows(
        kept.estate.assets, kept.estate.leases, kept.debts, period
    ),
    "supervision_letters": lambda kept, period: letters.letter_rows(kept.letters, period),
    "assessment_points": lambda kept, period: letters.point_rows(kept.letters, period),
    "policy_documents": lambda kept, period: year_end.document_rows(kept.mark, period),
    "assessment_ballots": lambda kept, period: year_end.ballot_rows(stream(0, f"ballots/{kept.seed}")),
    "reform_evidence": lambda kept, period: year_end.evidence_rows(kept.books.tasks, int(period)),
    "superior_assessments": lambda kept, period: year_end.rank_rows(int(period)),
    "party_organizations": lambda kept, period: organisations.organisation_rows(kept.party, period),
    "enterprise_party_building": lambda kept, period: organisations.firm_rows(kept.party, period),
    "party_activities": lambda kept, period: organisations.activity_rows(kept.party, period),
    "party_alliances": lambda kept, period: organisations.alliance_rows(kept.party, period),
    "infrastructure_works": lambda kept, period: works.work_rows(kept.mark, period),
    "plans": lambda kept, period: works.plan_rows(kept.mark, period),
}


def period_of(kind: str, month: str) -> str | None:
    """Return the period that a form of a kind reports with a month's workbooks, None when it reports nothing then.

    A half-month form reports its second half with the month, a quarterly form in the quarter's last month.
    """
    if kind == "half_month":
        return f"{month}-H2"
    if kind == "quarter":
        quarter = containing(last_day(month), "quarter")
        return quarter if last_day(quarter) == last_day(month) else None
    return None if kind == "year" else month
