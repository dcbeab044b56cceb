"""What every answer carries, and the files that it rests on."""

from __future__ import annotations

import re
import stat
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

import portal
from portal.people.roles import Role
from portal.site import database
from portal.site.secret import secret_key

ROOT = Path(portal.__file__).parent
TEMPLATES = sorted(ROOT.rglob("*.html"))


def test_every_answer_is_locked_down(browse: Callable[..., Client], published: str) -> None:
    for client, path in ((Client(), "/sign-in/"), (browse(Role.LEADER), "/indicators/"), (Client(), "/nothing/")):
        headers = client.get(path).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "http" not in policy
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        assert "no-store" in headers["Cache-Control"]


def test_cookies_are_kept_from_scripts_and_other_sites(browse: Callable[..., Client]) -> None:
    client = browse(Role.LEADER)
    client.get("/password/")
    for name in ("taizhang_session", "taizhang_csrf"):
        assert client.cookies[name]["httponly"] or name == "taizhang_session"
    from django.conf import settings

    assert settings.SESSION_COOKIE_HTTPONLY
    assert settings.SESSION_COOKIE_SAMESITE == "Lax"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_templates_keep_the_content_policy(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"<script(?![^>]*\bsrc=)", text)
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|hx-on|javascript:", text)
    assert not re.search(r"(src|href)=[\"']https?:", text)
    assert "|safe" not in text.replace("field.help_text|safe", "")


def test_the_key_is_made_once_and_readable_by_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "portal" / "secret.key"
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda _: secret_key(path), range(1))) | {secret_key(path)}
    assert len(keys) == 1
    assert len(keys.pop()) > 60
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_one_url_chooses_another_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TAIZHANG_DATABASE_URL", raising=False)
    assert database.database(tmp_path)["NAME"] == tmp_path / "portal.sqlite3"
    monkeypatch.setenv("TAIZHANG_DATABASE_URL", "postgres://zone:secret@db.example/taizhang")
    found = database.database(tmp_path)
    assert (found["ENGINE"], found["HOST"], found["NAME"]) == (
        "django.db.backends.postgresql", "db.example", "taizhang",
    )  # fmt: skip
    monkeypatch.setenv("TAIZHANG_DATABASE_URL", "nonsense://x")
    with pytest.raises(ImproperlyConfigured, match="TAIZHANG_DATABASE_URL"):
        database.database(tmp_path)


def test_the_language_is_chinese_unless_somebody_chose_english(db: None) -> None:
    client = Client(headers={"accept-language": "en-US"})
    assert 'lang="zh-hans"' in client.get("/sign-in/").content.decode()
    client.post("/language/", {"language": "en", "next": "/sign-in/"})
    page = client.get("/sign-in/").content.decode()
    assert 'lang="en"' in page
    assert "Sign in" in page


def test_a_page_that_is_not_there_says_where_to_go(db: None) -> None:
    answer = Client().get("/nothing/")
    assert answer.status_code == 404
    assert "回到首页" in answer.content.decode()


def test_no_migration_is_missing(db: None) -> None:
    from django.core.management import call_command

    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
