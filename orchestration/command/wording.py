"""Chinese for what click itself says: headings of the help, wrong options, missing arguments."""

from __future__ import annotations

from types import ModuleType

from click import core, decorators, exceptions, formatting, parser, types

_WORDS = {
    "Usage:": "用法：",
    "Options": "选项",
    "Commands": "命令",
    "Show this message and exit.": "显示本帮助。",
    "Error: {message}": "{message}",
    "Try '{command} {option}' for help.": "用法见 {command} {option}。",
    "No such option {name!r}.": "没有选项 {name}。",
    "No such command {name!r}.": "没有命令“{name}”。",
    "Did you mean {possibility}?": "是否想用 {possibility}？",
    "(Did you mean one of: {possibilities}?)": "是否想用 {possibilities} 之一？",
    "Missing command.": "缺少子命令。",
    "Missing argument": "缺少参数",
    "Missing option": "缺少选项",
    "Missing parameter": "缺少参数",
    "Choose from:\n\t{choices}": "可选：{choices}",
    "{value!r} is not {choice}.": "“{value}”不在可选范围：{choice}。",
    "{value!r} is not one of {choices}.": "“{value}”不在可选范围：{choices}。",
    "Invalid value: {message}": "取值不对：{message}",
    "Invalid value for {param_hint}: {message}": "{param_hint} 取值不对：{message}",
    "Option {name!r} requires an argument.": "选项 {name} 需要一个值。",
    "Option {name!r} does not take a value.": "选项 {name} 不带值。",
    "Got unexpected extra argument ({args})": "多余的参数：{args}",
    "Got unexpected extra arguments ({args})": "多余的参数：{args}",
    "{value!r} is not a valid {number_type}.": "“{value}”不是{number_type}。",
    "{value} is not in the range {range}.": "{value} 不在范围 {range} 内。",
    "{name} {filename!r} does not exist.": "{name}“{filename}”不存在。",
    "{name} {filename!r} is a directory.": "“{filename}”是文件夹，应为文件。",
    "{name} {filename!r} is a file.": "“{filename}”是文件，应为文件夹。",
    "{name} {filename!r} is not readable.": "{name}“{filename}”不可读。",
    "{name} {filename!r} is not writable.": "{name}“{filename}”不可写。",
    "default: {default}": "默认 {default}",
    "required": "必填",
    "file": "文件",
    "directory": "文件夹",
    "path": "路径",
    "Aborted!": "已中断。",
}


def _chinese(message: str) -> str:
    return _WORDS.get(message, message)


def _chinese_plural(one: str, many: str, count: int) -> str:
    return _chinese(one if count == 1 else many)


def speak_chinese() -> None:
    """Make click speak Chinese whatever the machine's language is.

    click looks its words up through gettext's ``_``, which follows the machine's locale; servers run in C. What this
    list does not know stays English.
    """
    modules: tuple[ModuleType, ...] = (core, decorators, exceptions, formatting, parser, types)
    for module in modules:
        for name, words in (("_", _chinese), ("ngettext", _chinese_plural)):
            if hasattr(module, name):
                setattr(module, name, words)
