"""Every address, as everyone: what a view declares is what people get, and no department reads another's data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import URLPattern, reverse

from portal.clerk.models import Submission
from portal.people.access import Access, access_of, all_patterns
from portal.people.models import Person
from portal.people.roles import OF_ONE_DEPARTMENT, Role
from portal.worker.models import Job, Kind, State
from sources.home import Home
from sources.inbox.store import write_json
from tests.portal.zone import FOREIGN, FOREIGN_FINDING, FOREIGN_SUBMISSION, OWN_FINDING, OWN_SUBMISSION, RELEASE

PATTERNS = dict(all_patterns())


@pytest.fixture
def things(published: str, home: Home, person: Callable[..., Person]) -> dict[str, dict[str, Any]]:
    """What addresses name, once of the own department and once of another: inbox, jobs, people."""
    _receive(home, OWN_SUBMISSION, "projects", "重点项目3月.xlsx")
    _receive(home, FOREIGN_SUBMISSION, "finance", f"{FOREIGN}.xlsx")
    foreigner = person(Role.CLERK, "finance", username="foreigner")
    job = _judged(foreigner)
    Submission.objects.create(submission_id=FOREIGN_SUBMISSION, job=job, person=foreigner, department="finance",
                              file=f"{FOREIGN}.xlsx", sent_at=job.created_at)  # fmt: skip
    shared = {"form_id": "key_projects", "release_id": RELEASE, "indicator_id": "Z05", "person_id": foreigner.pk,
              "group_id": "c" * 16, "decision_id": "f" * 16, "proposal_id": 1, "saved_id": 1, "move_id": 1,
              "run_id": job.pk, "line": "projects", "department": "projects", "table": "fct_project_months",
              "rule": "B08"}  # fmt: skip
    return {
        "own": {**shared, "submission_id": OWN_SUBMISSION, "finding_id": OWN_FINDING, "job_id": job.pk},
        "foreign": {
            **shared,
            "submission_id": FOREIGN_SUBMISSION,
            "finding_id": FOREIGN_FINDING,
            "job_id": job.pk,
            "department": "finance",
        },
    }


def _receive(home: Home, identity: str, department: str, file: str) -> None:
    folder = home.inbox / identity
    folder.mkdir(parents=True)
    (folder / "original.xlsx").write_bytes(file.encode())
    write_json(folder / "receipt.json", {
        "submission_id": identity, "file": file, "sha256": "ab" * 32, "size": 10, "received_at": "2026-04-03T09:00:00",
        "arrival_known": True, "form": None, "department": department, "period": None,
    })  # fmt: skip


def _judged(person: Person) -> Job:
    job = Job.objects.create(kind=Kind.CHECK, person=person, department=person.department, state=State.DONE,
                             payload={"file": f"{FOREIGN}.xlsx", "sha256": "ab", "form": None, "period": None},
                             result={"verdict": "accepted", "counts": {}, "tables": []})  # fmt: skip
    job.folder.mkdir(parents=True)
    write_json(job.folder / "findings.json", [])
    (job.folder / f"{FOREIGN}.xlsx").write_bytes(b"x")
    return job


def addresses(things: dict[str, Any]) -> Iterator[tuple[str, Access, str]]:
    """Yield name, declaration and address of every view."""
    for name, pattern in PATTERNS.items():
        access = access_of(pattern.callback)
        assert access is not None, f"{name} declares no roles"
        yield name, access, reverse(name, kwargs={key: things[key] for key in _named(pattern)}) + "?cell=B5&sheet=S"


def _named(pattern: URLPattern) -> list[str]:
    return list(pattern.pattern.converters)


def _ask(client: Client, address: str) -> HttpResponse:
    """GET, and POST where GET is not understood."""
    answer = client.get(address)
    return client.post(address) if answer.status_code == 405 else answer


def test_anonymous_people_see_nothing_but_the_way_in(things: dict[str, dict[str, Any]]) -> None:
    public = set()
    for name, access, address in addresses(things["foreign"]):
        answer = _ask(Client(), address)
        if access.public:
            public.add(name)
            continue
        assert answer.status_code == 302, name
        assert answer.headers["Location"].startswith(reverse("people:sign_in")), name
    assert public == {"set_language", "health", "people:sign_in"}


@pytest.mark.parametrize("role", list(Role))
def test_a_view_opens_to_the_roles_that_it_declares_and_to_no_other(
    role: Role, things: dict[str, dict[str, Any]], browse: Callable[..., Client]
) -> None:
    client = browse(role)
    for name, access, address in addresses(things["own"]):
        if name == "people:sign_out":
            continue
        status = _ask(client, address).status_code
        assert status != 500, name
        assert (status == 403) is (role not in access.roles), f"{role} {name} {status}"


@pytest.mark.parametrize("role", sorted(OF_ONE_DEPARTMENT))
def test_nobody_reads_another_departments_data(
    role: Role, things: dict[str, dict[str, Any]], browse: Callable[..., Client]
) -> None:
    walked, client = 0, browse(role)
    for name, _, address in addresses(things["foreign"]):
        if name == "people:sign_out":
            continue
        for method in ("get", "post"):
            answer = getattr(client, method)(address)
            content = b"".join(answer.streaming_content) if answer.streaming else answer.content
            assert FOREIGN.encode() not in content, f"{method} {name}"
            walked += answer.status_code == 200
        if {"submission_id", "job_id", "finding_id", "department"} & set(_named(PATTERNS[name])):
            assert _ask(client, address).status_code in (403, 404), name
    assert walked > 8


def test_the_other_departments_data_is_there_for_those_who_may_read_it(
    things: dict[str, dict[str, Any]], browse: Callable[..., Client]
) -> None:
    pages = [
        reverse("clerk:receipt", args=[FOREIGN_SUBMISSION]),
        reverse("clerk:history"),
        reverse("catalogue:trace", args=["Z05"]),
        reverse("catalogue:release", args=[RELEASE]),
    ]
    for page in pages:
        assert FOREIGN in browse(Role.STEWARD).get(page).content.decode(), page


def test_nobody_opens_the_job_of_a_colleague(things: dict[str, dict[str, Any]], browse: Callable[..., Client]) -> None:
    answer = browse(Role.CLERK, "finance").get(reverse("clerk:check", args=[things["foreign"]["job_id"]]))
    assert answer.status_code == 404


def test_a_view_that_declares_nothing_is_refused(browse: Callable[..., Client], person: Callable[..., Person]) -> None:
    from django.core.exceptions import PermissionDenied

    from portal.people.middleware import AccessMiddleware

    def undeclared(request: HttpRequest) -> HttpResponse:
        return HttpResponse("open")

    request = RequestFactory().get("/")
    request.user = person(Role.ADMINISTRATOR)
    with pytest.raises(PermissionDenied):
        AccessMiddleware(lambda _: HttpResponse()).process_view(request, undeclared, (), {})


def test_a_view_that_declares_nothing_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    from portal.people.access import every_view_declares_its_roles
    from portal.site import views

    assert every_view_declares_its_roles() == []
    monkeypatch.delattr(views.health, "access")
    assert [error.id for error in every_view_declares_its_roles()] == ["portal.E001"]


def test_an_id_that_is_a_path_is_no_page(browse: Callable[..., Client], home: Home, published: str) -> None:
    (home.root / "secret").write_text("secret", encoding="utf-8")
    for path in ("..%2f..%2fsecret", "../../secret", "A" * 16, Path("/etc/passwd").as_posix()):
        assert browse(Role.STEWARD).get(f"/submissions/{path}/original/").status_code == 404
