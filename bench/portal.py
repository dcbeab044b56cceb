"""The portal under fifty people at once, and while odd and hostile workbooks are dropped on it."""

from __future__ import annotations

import random
import re
import statistics
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Event

import requests
from rich.console import Console

from bench.hostile import HOSTILE
from bench.served import Served, served

#: What people of each role look at.
PAGES = {
    "clerk": ("/submissions/", "/submissions/findings/", "/submissions/history/", "/forms/key_projects/", "/calendar/"),
    "reviewer": ("/submissions/", "/submissions/findings/", "/indicators/", "/calendar/"),
    "steward": ("/desk/", "/desk/queue/", "/desk/matrix/", "/rules/", "/warehouse/"),
    "analyst": ("/warehouse/", "/warehouse/tables/fct_project_months/", "/warehouse/query/", "/releases/"),
    "leader": ("/figures/", "/figures/lines/projects/", "/figures/late/", "/indicators/Z05/", "/indicators/Z05/trace/"),
    "administrator": ("/people/", "/log/"),
}
#: Somebody looks at a page for so many seconds before the next one.
LOOKS = (3.0, 9.0)
PAGES_EACH = 6
BOUND = 5.0
#: One person may have so many uploads waiting.
_AT_ONCE = 8


@dataclass(frozen=True)
class Answer:
    """A page: how long it took, and its status (0: no answer)."""

    seconds: float
    status: int


def report(console: Console, zone: Path) -> None:
    """Serve a zone, let one person and then fifty walk through it, drop the hostile workbooks, and print what became of it."""
    with served(zone) as portal:
        alone = [answer.seconds for answer in _idle(portal)]
        answers = _together(portal)
        ratio = _p95(answers) / statistics.median(alone)
        bad = [answer.status for answer in answers if answer.status != 200]
        console.print(
            f"门户，{len(portal.people)} 人同时、{len(answers)} 页：p95 {_p95(answers) * 1000:.0f} 毫秒，"
            f"单人空闲时中位数 {statistics.median(alone) * 1000:.0f} 毫秒，倍数 {ratio:.2f}（上限 {BOUND:.0f}）"
            f"{'✓' if ratio < BOUND and not bad else '✗'}，出错 {len(bad)}"
        )
        if HOSTILE.is_dir():
            _drop_all(console, portal)


def _idle(portal: Served) -> list[Answer]:
    """Return the answers that one person after the other gets, everybody else away; the first round only warms up."""
    rounds = []
    for _ in range(3):
        by_role = dict(portal.people)
        rounds.append(
            [_ask(portal.enter(by_role[role]), portal.address + page) for role in PAGES for page in PAGES[role]]
        )
    return [answer for one in rounds[1:] for answer in one]


def _together(portal: Served) -> list[Answer]:
    with ThreadPoolExecutor(len(portal.people)) as crowd:
        walks = [
            crowd.submit(_walk, portal, role, session, random.Random(number))
            for number, (role, session) in enumerate(portal.people)
        ]
        return [answer for walk in walks for answer in walk.result()]


def _walk(portal: Served, role: str, session: str, dice: random.Random) -> list[Answer]:
    """Look at pages of a role one after the other."""
    client, answers = portal.enter(session), []
    for _ in range(PAGES_EACH):
        time.sleep(dice.uniform(*LOOKS))
        answers.append(_ask(client, portal.address + dice.choice(PAGES[role])))
    return answers


def _ask(client: requests.Session, address: str) -> Answer:
    start = time.perf_counter()
    try:
        status = client.get(address, timeout=60).status_code
    except requests.RequestException:
        status = 0
    return Answer(time.perf_counter() - start, status)


def _p95(answers: list[Answer]) -> float:
    return statistics.quantiles([answer.seconds for answer in answers], n=20)[-1]


def _drop_all(console: Console, portal: Served) -> None:
    """Drop every hostile workbook through the form while a leader goes on reading."""
    files = [path for path in sorted(HOSTILE.iterdir()) if path.suffix != ".md"]
    clerks = [session for role, session in portal.people if role == "clerk"][:4]
    leader = next(session for role, session in portal.people if role == "leader")
    done, others = Event(), []
    with ThreadPoolExecutor(len(clerks) + 1) as crowd:
        reading = crowd.submit(_read_on, portal, leader, done)
        drops = [
            crowd.submit(_drop, portal, session, files[place :: len(clerks)]) for place, session in enumerate(clerks)
        ]
        ends = sum((drop.result() for drop in drops), Counter[str]())
        done.set()
        others = reading.result()
    slow = max(answer.seconds for answer in others)
    failed = sum(answer.status != 200 for answer in others)
    said = "，".join(f"{end} {count}" for end, count in ends.most_common())
    console.print(
        f"经上传页投入 {len(files)} 份异常工作簿：{said}；其间别人看 {len(others)} 页，最长 {slow:.2f} 秒，出错 {failed}"
    )


def _read_on(portal: Served, session: str, done: Event) -> list[Answer]:
    client, answers = portal.enter(session), []
    while not done.wait(0.5):
        answers.append(_ask(client, f"{portal.address}/figures/"))
    return answers or [_ask(client, f"{portal.address}/figures/")]


def _drop(portal: Served, session: str, files: list[Path]) -> Counter[str]:
    """Return what becomes of files: the verdict on the page of the check, or the status of a page that failed."""
    client, ends = portal.enter(session), Counter[str]()
    waiting: list[str] = []
    for path in files:
        while len(waiting) >= _AT_ONCE:
            ends[_settled(client, waiting.pop(0))] += 1
        page = client.get(f"{portal.address}/submissions/upload/", timeout=60)
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.text)
        answer = client.post(
            f"{portal.address}/submissions/upload/",
            data={"csrfmiddlewaretoken": token[1] if token else ""},
            files={"workbook": (path.name, path.read_bytes())},
            headers={"Referer": f"{portal.address}/submissions/upload/"},
            timeout=60,
        )
        if "/checks/" in answer.url and answer.status_code == 200:
            waiting.append(answer.url)
        else:
            ends["上传时被拒" if answer.status_code == 200 else f"状态 {answer.status_code}"] += 1
    for address in waiting:
        ends[_settled(client, address)] += 1
    return ends


def _settled(client: requests.Session, address: str) -> str:
    """Wait for a check and return how it ended."""
    until = time.monotonic() + 120
    while time.monotonic() < until:
        answer = client.get(address, timeout=60)
        if answer.status_code != 200:
            return f"状态 {answer.status_code}"
        if "hx-trigger" not in answer.text:
            return "已判定" if "审核程序出错" not in answer.text else "审核程序出错"
        time.sleep(0.3)
    return "没有结果"
