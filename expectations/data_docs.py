"""Data Docs: what Great Expectations found in the last batch of each form, as pages that need nothing from elsewhere.

Sections are rendered by Great Expectations' own renderers; the page around them is ours, because its page loads styles
and scripts from the internet. Values of failing cells are not shown: they may be personal, and findings have them.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

from sources.contract import Form
from sources.rules import Register

_LOG = logging.getLogger(__name__)

#: The first page.
INDEX = "index.html"
#: A text between two tags, and how many cells failed.
_TEXT = re.compile(r"(>\s*)([\w -]+?)(\s*<)")
_COUNTED = re.compile(r"([\d,]+) unexpected values found\. (~?[\d.≈]+%) of ([\d,]+) total rows\.")
_WORDS = {
    "Status": "结论",
    "Expectation": "期望",
    "Observed Value": "结果",
    "Table-Level Expectations": "几列之间",
    "_key": "主键",
    "_names__g08": "名称与代码",
    "_names__g09": "代码与名称",
}
#: What is kept of an expectation's result: counts, never values.
_COUNTS = ("element_count", "unexpected_count", "unexpected_percent", "missing_count")

_PAGE = """<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>
body {{ font-family: "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; margin: 2rem auto; max-width: 72rem; color: #222; }}
table {{ border-collapse: collapse; width: 100%; }}
td, th {{ border-bottom: 1px solid #ddd; padding: .3rem .6rem; text-align: left; vertical-align: top; }}
.text-success {{ color: #2b7a3d; }} .text-danger {{ color: #b3261e; }} .fa-check-circle::before {{ content: "✓"; }}
.fa-times::before {{ content: "✗"; }} .badge {{ background: #eef2f5; padding: 0 .3rem; }}
</style>
</head>
<body>
<h1>{title}</h1>
{body}
</body>
</html>
"""


class DataDocs:
    """Writes one page per judged form into a folder; a page is replaced when its form is judged again."""

    def __init__(self, folder: Path, register: Register) -> None:
        self._folder = folder
        self._register = register

    def keeper(self, form: Form) -> Callable[[Any], None]:
        """Return what takes the validation result of a form's suite."""
        return lambda result: self._write(form, result)

    def _write(self, form: Form, outcome: Any) -> None:
        try:
            body = self._sections(form, outcome)
        except Exception:
            # A page that cannot be drawn must not keep a workbook from being judged.
            _LOG.exception("《%s》的审核文档没有写成", form.title)
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        write_page(self._folder / f"{form.id}.html", f"《{form.title}》的期望与最近一次审核", body)

    def _sections(self, form: Form, outcome: Any) -> str:
        from great_expectations.render.renderer import ValidationResultsPageRenderer
        from great_expectations.render.view import DefaultJinjaSectionView

        for result in outcome.results:
            result.result = {name: result.result[name] for name in _COUNTS if name in result.result}
            meta = result.expectation_config.meta
            rule = self._register.rule(meta["rule"], form.id)
            result.expectation_config.description = f"{rule.code} {form.fields[meta['field']].title}：{rule.about}"
        view = DefaultJinjaSectionView()
        sections = ValidationResultsPageRenderer(run_info_at_end=False).render(outcome).sections
        rendered = (
            view.render({"section": section.to_json_dict(), "section_loop": {"index": number}})
            for number, section in enumerate(sections[1:], start=1)
        )
        return _in_chinese("".join(rendered), form)


def _in_chinese(html: str, form: Form) -> str:
    """Name columns by their headings and say Great Expectations' own words in Chinese."""

    def said(match: re.Match[str]) -> str:
        word = match[2]
        title = form.fields[word].title if word in form.fields else _WORDS.get(word)
        return f"{match[1]}{escape(title)}{match[3]}" if title else match[0]

    html = _COUNTED.sub(r"\1 个不符合，占 \3 个的 \2", html)
    return _TEXT.sub(said, html.replace("% unexpected", "% 不符合").replace("% not null", "% 符合"))


def write_index(folder: Path, titles: dict[str, str]) -> None:
    """Write the page that leads to every form's page in the folder; ``titles`` are those of the forms."""
    pages = sorted(path for path in folder.glob("*.html") if path.name != INDEX)
    lines = [f'<li><a href="{path.name}">{escape(titles.get(path.stem, path.stem))}</a></li>' for path in pages]
    write_page(folder / INDEX, "数据审核文档", f"<ul>{''.join(lines)}</ul>")


def write_page(path: Path, title: str, body: str) -> None:
    """Write a page whole or not at all."""
    unfinished = path.with_suffix(".part")
    unfinished.write_text(_PAGE.format(title=escape(title), body=body), encoding="utf-8")
    os.replace(unfinished, path)
