"""Every word of the pages is there in English too, and what is compiled is what is written."""

from __future__ import annotations

import gettext
import re
from pathlib import Path

import portal

ROOT = Path(portal.__file__).parent
LOCALE = ROOT / "site" / "locale" / "en" / "LC_MESSAGES"
_QUOTED = r'"((?:[^"\\]|\\.)*)"'


def _written() -> dict[str, str]:
    text = (LOCALE / "django.po").read_text(encoding="utf-8")
    pairs = re.findall(rf"^msgid {_QUOTED}\nmsgstr {_QUOTED}$", text, re.MULTILINE)
    return {key.replace('\\"', '"'): said.replace('\\"', '"') for key, said in pairs if key}


def _used() -> set[str]:
    found: set[str] = set()
    for path in ROOT.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        found.update(re.findall(r'{%\s*translate "([^"]+)"', text))
        for block in re.findall(r"{%\s*blocktranslate[^%]*%}(.*?){%\s*endblocktranslate", text, re.DOTALL):
            found.add(re.sub(r"{{\s*(\w+)\s*}}", r"%(\1)s", block))
    for path in ROOT.rglob("*.py"):
        found.update(re.findall(rf"\b(?:_|gettext_lazy)\(\s*{_QUOTED}", path.read_text(encoding="utf-8")))
    return found


def test_every_word_has_its_english() -> None:
    written = _written()
    assert _used() - set(written) == set()
    assert [key for key, said in written.items() if not said or re.search(r"[一-鿿]", said)] == []
    assert set(written) - _used() == set()


def test_placeholders_are_the_same_in_both_languages() -> None:
    differing = {
        key: said
        for key, said in _written().items()
        if set(re.findall(r"%\((\w+)\)s", key)) != set(re.findall(r"%\((\w+)\)s", said))
    }
    assert differing == {}


def test_the_compiled_words_are_the_written_ones() -> None:
    with (LOCALE / "django.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    assert {key: compiled.gettext(key) for key in _written()} == _written()
